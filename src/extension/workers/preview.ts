import { type Channel, connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { remoteFiles } from "../remote/remote-files";
import { previewHandlers } from "../preview/reader";

/** Reads the survey of one open preview and gives the cells that are seen. Each preview has its own, which ends with it and gives its memory back. */
const channel: Channel = connect(
  ownPort(),
  previewHandlers(() => files),
);
const files = remoteFiles(() => channel);
