const style = `
text{font:9.5px system-ui,"Segoe UI",Arial,sans-serif;fill:#444}
.value{text-anchor:end}.order{text-anchor:middle}.label{fill:#8a4b08}
.grid{stroke:#ddd;stroke-width:.6}.axis{stroke:#444;stroke-width:.8}
.data{fill:none;stroke:#0b5cab;stroke-width:1.6}.random{fill:none;stroke:#8a4b08;stroke-width:1.2;stroke-dasharray:4 3}
.item{text-anchor:end}.interval{stroke:#0b5cab;stroke-width:2}.around{stroke-width:1}
.kept{fill:#0b5cab;stroke:#0b5cab}.dropped{fill:#fff;stroke:#0b5cab;stroke-width:1.2}`;

/** A drawing of the page as a file of its own, in colours for paper instead of the theme's. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "style");
  sheet.textContent = style;
  copy.prepend(sheet);
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("width", String(width * 1.5));
  copy.setAttribute("height", String(height * 1.5));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
