import { convertedManuscript } from "../../manuscript/convert";
import { connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { type OfficeRequest } from "../remote/office";

/** Converts Word documents and PDFs: large, seldom needed, and so a worker of its own. */
connect(ownPort(), { convert: ({ bytes, path }: OfficeRequest) => convertedManuscript(bytes, path) });
