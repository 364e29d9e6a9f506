// Read by mongosh (see mongo-health.sh): its `connect` and `quit`. The password is in no listing of processes.
const { readFileSync } = require("node:fs");

const password = encodeURIComponent(readFileSync("/run/secrets/mongo_password", "utf8").replace(/[\r\n]+$/, ""));
const admin = connect(`mongodb://sapa:${password}@127.0.0.1:27017/admin?directConnection=true`);
try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch {
  admin.adminCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] } });
}
if (!admin.adminCommand({ hello: 1 }).isWritablePrimary) quit(1);
