import type { Walker } from "./walker.ts";

const contacts = "/crm/v3/objects/contacts";

/** Records one by one, in batches, in searches, and merged. */
export async function walkRecords({ send }: Walker): Promise<void> {
  const ann = { properties: { email: "ann@example.test", firstname: "Ann" }, associations: [] };
  const { id } = (await send(201, "POST", contacts, ann)).body;
  await send(409, "POST", contacts, ann);
  await send(400, "POST", contacts, { properties: { no_such_property: "1" } });
  await send(200, "PATCH", `${contacts}/${id}`, { properties: { company: "Acme" } });
  await send(200, "GET", `${contacts}/${id}?properties=email&propertiesWithHistory=email&associations=companies`);
  await send(200, "GET", `${contacts}/ann@example.test?idProperty=email`);
  await send(404, "GET", `${contacts}/0`);
  const other = await send(201, "POST", contacts, { properties: { lastname: "Other" }, associations: [] });
  await send(200, "GET", `${contacts}?limit=1`);
  const search = { limit: 1, after: "0", sorts: [], properties: ["email"], filterGroups: [] };
  await send(200, "POST", `${contacts}/search`, search);
  const read = (...ids: string[]) => ({
    inputs: ids.map((each) => ({ id: each })),
    properties: ["email"],
    propertiesWithHistory: ["email"],
  });
  await send(200, "POST", `${contacts}/batch/read`, read(id));
  await send(207, "POST", `${contacts}/batch/read`, read(id, "0"));
  await send(201, "POST", `${contacts}/batch/create`, {
    inputs: [{ properties: { company: "Beta" }, associations: [] }],
  });
  const changes = (each: string) => ({ inputs: [{ id: each, properties: { company: "Gamma" } }] });
  await send(200, "POST", `${contacts}/batch/update`, changes(id));
  await send(207, "POST", `${contacts}/batch/update`, changes("0"));
  const upsert = { inputs: [{ id: "new@example.test", idProperty: "email", properties: {} }] };
  await send(200, "POST", `${contacts}/batch/upsert`, upsert);
  await send(200, "POST", `${contacts}/merge`, { primaryObjectId: id, objectIdToMerge: other.body.id });
  await send(204, "POST", `${contacts}/gdpr-delete`, { objectId: "new@example.test", idProperty: "email" });
  await send(204, "POST", `${contacts}/batch/archive`, { inputs: [{ id }] });
  await send(204, "DELETE", `${contacts}/${id}`);
}

/** What records are to each other, with labels of the portal's own. */
export async function walkAssociations({ send, version }: Walker): Promise<void> {
  const create = async (object: string) =>
    (await send(201, "POST", `/crm/v3/objects/${object}`, { properties: {}, associations: [] })).body.id;
  const [contact, company, other] = [await create("contacts"), await create("companies"), await create("companies")];
  const labels = "/crm/v4/associations/contacts/companies/labels";
  const name = `decides_${version.replace("-", "_")}`;
  const made = await send(200, "POST", labels, { name, label: "Decides" });
  const typeId = Number(made.body.results[0]?.["typeId"]);
  await send(200, "GET", labels);
  await send(400, "POST", labels, { name, label: "Again" });
  await send(204, "PUT", labels, { associationTypeId: typeId, label: "Decides here" });
  const types = [{ associationCategory: "USER_DEFINED", associationTypeId: typeId }];
  const link = `/crm/v4/objects/contacts/${contact}/associations`;
  await send(200, "PUT", `/crm/v4/objects/contacts/${contact}/associations/default/companies/${company}`);
  await send(201, "PUT", `${link}/companies/${company}`, types);
  await send(200, "GET", `${link}/companies?limit=10`);
  await send(404, "PUT", `${link}/companies/0`, types);
  const batch = "/crm/v4/associations/contacts/companies/batch";
  const [from, to] = [{ id: contact }, { id: other }];
  await send(201, "POST", `${batch}/create`, { inputs: [{ from, to, types }] });
  await send(207, "POST", `${batch}/create`, { inputs: [{ from, to: { id: "0" }, types }] });
  await send(200, "POST", `${batch}/associate/default`, { inputs: [{ from, to }] });
  await send(200, "POST", `${batch}/read`, { inputs: [from] });
  await send(207, "POST", `${batch}/read`, { inputs: [from, { id: "0" }] });
  await send(204, "POST", `${batch}/labels/archive`, { inputs: [{ from, to, types }] });
  await send(204, "POST", `${batch}/archive`, { inputs: [{ from, to: [to] }] });
  await send(204, "DELETE", `${link}/companies/${company}`);
  await send(204, "DELETE", `${labels}/${typeId}`);
  await send(200, "POST", "/crm/v4/associations/usage/high-usage-report/9001");
}
