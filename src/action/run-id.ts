/** Names the processes of a run in their environment, so that `post` finds what outlived it. */
export const RUN_ID_VARIABLE = "TAPEGATE_RUN_ID";
/** The name under which `main` hands the id to `post`. */
export const RUN_ID_STATE = "run-id";
