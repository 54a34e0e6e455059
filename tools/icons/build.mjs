// Writes app/src/main/java/fr/socle/ui/icons.properties: the drawings of the icons named in names.txt,
// from the npm package lucide-static at the version of package.json. Run: npm install --no-package-lock && node build.mjs
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const { dependencies } = JSON.parse(readFileSync(new URL("package.json", here), "utf8"));
const names = readFileSync(new URL("names.txt", here), "utf8").split("\n").filter(Boolean).sort();

const drawing = (name) =>
    readFileSync(new URL(`node_modules/lucide-static/icons/${name}.svg`, here), "utf8")
        .replace(/<!--.*?-->/gs, "")
        .replace(/^.*?<svg[^>]*>/s, "")
        .replace(/<\/svg>\s*$/, "")
        .replace(/\s*\n\s*/g, "")
        .replace(/ \/>/g, "/>")
        .trim();

const lines = [
    `# Made by tools/icons/build.mjs from lucide-static ${dependencies["lucide-static"]} (ISC licence, see NOTICE). Do not edit.`,
    ...names.map((name) => `${name}=${drawing(name)}`),
];
writeFileSync(new URL("../../app/src/main/java/fr/socle/ui/icons.properties", here), lines.join("\n") + "\n");
