// The runner starts this file. It listens to signals first and then reads the action itself, which is
// megabytes and takes a fifth of a second: a cancellation meanwhile would otherwise set no output.
import { CANCELLATION } from "./signals.ts";

void import("./step.ts").then(({ runStep }) => runStep(CANCELLATION));
