// Parses a users file and judges each user by a schema.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const [schema, file] = process.argv.slice(2);
const validate = new Ajv().compile(JSON.parse(readFileSync(schema, "utf8")));
for (const user of JSON.parse(readFileSync(file, "utf8"))) {
  if (!validate(user)) {
    throw new Error(JSON.stringify(validate.errors));
  }
}
