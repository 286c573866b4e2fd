import { exhausted } from "../exhausted.ts";
import type { TestExpression, Word } from "./parse-script.ts";

/** Every word of a `[[ … ]]` expression, in order. */
export function expressionParts(expression: TestExpression): readonly Word[] {
  switch (expression.type) {
    case "TestUnary":
      return [expression.operand];
    case "TestBinary":
      return [expression.left, expression.right];
    case "TestLogical":
      return expression.operands.flatMap((operand) => expressionParts(operand));
    case "TestNot":
      return expressionParts(expression.operand);
    case "TestGroup":
      return expressionParts(expression.expression);
    default:
      return exhausted(expression);
  }
}
