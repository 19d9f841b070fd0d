import "./waking";
import "./reviewer";
import "./author";
import "./study";
import "./contract";
import "./preview";
import "./panel";
import { closeAll } from "./editor";
import { runAll } from "./runner";

/** Called by the host. */
export const run = () => runAll(closeAll);
