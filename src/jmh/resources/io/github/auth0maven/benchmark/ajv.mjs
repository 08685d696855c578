// Parses a users file and judges each user by a schema; prints the seconds that the last of three times took.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const [schema, file] = process.argv.slice(2);
const ajv = new Ajv();
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
let seconds = 0;
for (let pass = 0; pass < 3; pass++) {
  const start = process.hrtime.bigint();
  for (const user of JSON.parse(readFileSync(file, "utf8"))) {
    if (!validate(user)) {
      throw new Error(JSON.stringify(validate.errors));
    }
  }
  seconds = Number(process.hrtime.bigint() - start) / 1e9;
}
console.log(seconds);
