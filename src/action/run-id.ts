/** Names the processes of a run in their environment, so that `post` finds what outlived it. */
export const RUN_ID_VARIABLE = "TAPEGATE_RUN_ID";
/** The name under which `main` hands the id to `post`. */
export const RUN_ID_STATE = "run-id";
/** The name under which `main` hands over the processes of the suite that outlived it. */
export const LEFT_BEHIND_STATE = "left-behind";
