import type { Walker } from "./walker.ts";

const options = ["low", "high"].map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false }));

/** A property of contacts with two options. */
export const fit = {
  name: "fit",
  label: "Fit",
  groupName: "contactinformation",
  type: "enumeration",
  fieldType: "select",
  options,
};

const objects = ["contacts", "companies", "deals", "tickets", "leads", "tasks", "calls"];

/** Properties and their groups. */
export async function walkProperties({ send }: Walker): Promise<void> {
  for (const object of objects) {
    await send(200, "GET", `/crm/v3/properties/${object}`);
    await send(200, "GET", `/crm/v3/properties/${object}/groups`);
  }
  const path = "/crm/v3/properties/contacts";
  await send(201, "POST", `${path}/groups`, { name: "own", label: "Own", displayOrder: 2 });
  await send(200, "GET", `${path}/groups/own`);
  await send(200, "PATCH", `${path}/groups/own`, { label: "Ours" });
  await send(409, "POST", `${path}/groups`, { name: "own", label: "Own" });
  await send(201, "POST", path, fit);
  await send(409, "POST", path, fit);
  await send(400, "POST", path, { ...fit, name: "other", groupName: "none" });
  await send(200, "GET", `${path}/fit`);
  await send(200, "PATCH", `${path}/fit`, { label: "How it fits", options: [...options].reverse() });
  await send(404, "GET", `${path}/none`);
  const inputs = ["fit_b", "fit_c"].map((name) => ({ ...fit, name, groupName: "own" }));
  await send(201, "POST", `${path}/batch/create`, { inputs });
  await send(207, "POST", `${path}/batch/create`, { inputs });
  const read = (...names: string[]) => ({
    inputs: names.map((name) => ({ name })),
    archived: false,
    dataSensitivity: "non_sensitive",
  });
  await send(200, "POST", `${path}/batch/read`, read("fit"));
  await send(207, "POST", `${path}/batch/read`, read("fit", "none"));
  await send(400, "DELETE", `${path}/groups/own`);
  await send(204, "POST", `${path}/batch/archive`, { inputs: inputs.map(({ name }) => ({ name })) });
  await send(204, "DELETE", `${path}/groups/own`);
  await send(204, "DELETE", `${path}/fit`);
  await send(200, "GET", `${path}/fit?archived=true`);
  await send(201, "POST", path, fit);
  const sum = { name: "doubled", label: "Doubled", groupName: "contactinformation", type: "number" };
  const base = { ...sum, name: "base", label: "Base", fieldType: "number" };
  await send(201, "POST", path, base);
  await send(201, "POST", path, { ...sum, fieldType: "calculation_equation", calculationFormula: "base * 2" });
}

/** Pipelines, their stages, and what was done to them. */
export async function walkPipelines({ send }: Walker): Promise<void> {
  for (const object of ["contacts", "companies", "deals", "tickets", "leads"])
    await send(200, "GET", `/crm/v3/pipelines/${object}`);
  const path = "/crm/v3/pipelines/deals";
  const stage = (label: string, displayOrder: number, probability: string) => ({
    ...{ label, displayOrder, metadata: { probability }, stageId: `own_${label}` },
  });
  const pipeline = { label: "Own", displayOrder: 1, pipelineId: "own", stages: [stage("new", 0, "0.2")] };
  await send(201, "POST", path, pipeline);
  await send(400, "POST", path, pipeline);
  await send(200, "GET", `${path}/own`);
  await send(404, "GET", `${path}/none`);
  await send(200, "PATCH", `${path}/own`, { label: "Mine" });
  await send(200, "PUT", `${path}/own`, pipeline);
  await send(201, "POST", `${path}/own/stages`, stage("won", 1, "1.0"));
  await send(200, "GET", `${path}/own/stages`);
  await send(200, "GET", `${path}/own/stages/own_won`);
  const { stageId: _, ...won } = stage("won", 2, "1.0");
  await send(200, "PATCH", `${path}/own/stages/own_won`, won);
  await send(200, "PUT", `${path}/own/stages/own_won`, won);
  await send(200, "GET", `${path}/own/stages/own_won/audit`);
  await send(204, "DELETE", `${path}/own/stages/own_won?validateReferencesBeforeDelete=true`);
  const validated = "validateReferencesBeforeDelete=true&validateDealStageUsagesBeforeDelete=true";
  await send(204, "DELETE", `${path}/own?${validated}`);
  await send(404, "DELETE", `${path}/own`);
  await send(200, "GET", `${path}/own/audit`);
}

/** Object types, as their schemas. */
export async function walkSchemas({ send }: Walker): Promise<void> {
  const path = "/crm-object-schemas/v3/schemas";
  await send(200, "GET", path);
  await send(200, "GET", `${path}/contacts`);
  await send(200, "GET", `${path}/0-3?includePropertyDefinitions=false`);
  const wanted = { includeAssociationDefinitions: true, includeAuditMetadata: true, includePropertyDefinitions: true };
  await send(200, "POST", `${path}/batch/read`, { inputs: ["0-1", "0-2"], ...wanted });
  await send(400, "PATCH", `${path}/contacts`, { description: "ours" });
}
