import { type Converted } from "../../manuscript/convert";
import { remote, type StartWorker } from "./worker";

export interface OfficeRequest {
  readonly bytes: Uint8Array;
  readonly path: string;
}

const convertLimit = 60_000; // ms

/** The text of a Word document or PDF, for the checks. The worker that converts it ends with it, and gives its memory back. */
export const officeService =
  (start: StartWorker) =>
  async (request: OfficeRequest): Promise<Converted> => {
    const worker = remote(start, "office", {});
    try {
      return await worker.call<Converted>("convert", request, { limit: convertLimit });
    } finally {
      worker.stop();
    }
  };
