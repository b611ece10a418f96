import type { StoredProperty } from "../store/documents.ts";
import { area, choice, external, flag, moment, number, readOnly, type Seed, text } from "./property-seeds.ts";
import { lifecycleStages } from "./seed-stages.ts";

/** When everything HubSpot defines was made. */
const epoch = new Date(0).toISOString();

const lifecycle = choice(
  "lifecyclestage",
  "Lifecycle Stage",
  lifecycleStages.map(({ id, label }) => [id, label]),
);
const stageDates = lifecycleStages.map(({ id, label }) =>
  readOnly(moment(`hs_lifecyclestage_${id}_date`, `Became a ${label} Date`)),
);
const leadStatus: Seed = {
  ...choice("hs_lead_status", "Lead Status", [
    ["NEW", "New"],
    ["OPEN", "Open"],
    ["IN_PROGRESS", "In Progress"],
    ["OPEN_DEAL", "Open Deal"],
    ["UNQUALIFIED", "Unqualified"],
    ["ATTEMPTED_TO_CONTACT", "Attempted to Contact"],
    ["CONNECTED", "Connected"],
    ["BAD_TIMING", "Bad Timing"],
  ]),
  hasEditableOptions: true,
};
const owner = external("hubspot_owner_id", "Owner");
const onEveryRecord: readonly Seed[] = [
  readOnly(moment("createdate", "Create Date")),
  readOnly(moment("hs_lastmodifieddate", "Last Modified Date")),
  readOnly(number("hs_object_id", "Record ID")),
  readOnly(text("hs_object_source", "Record creation source")),
  readOnly(text("hs_object_source_id", "Record creation source ID")),
  readOnly(text("hs_object_source_label", "Record source")),
  owner,
];
const onPipelines: readonly Seed[] = [external("hs_pipeline", "Pipeline"), external("hs_pipeline_stage", "Stage")];

/** What was done with people: calls, meetings, e-mails. */
function engagement(properties: readonly Seed[]) {
  return {
    group: "engagement",
    properties: [moment("hs_timestamp", "Activity date"), ...properties, ...onEveryRecord],
  };
}

/** Properties a new portal has, by object type id. */
const seeds: ReadonlyMap<string, { readonly group: string; readonly properties: readonly Seed[] }> = new Map([
  [
    "0-1",
    {
      group: "contactinformation",
      properties: [
        { ...text("email", "Email"), isUnique: true },
        text("firstname", "First Name"),
        text("lastname", "Last Name"),
        { ...text("phone", "Phone Number"), fieldType: "phonenumber" },
        text("mobilephone", "Mobile Phone Number"),
        text("company", "Company Name"),
        text("jobtitle", "Job Title"),
        text("website", "Website URL"),
        text("country", "Country/Region"),
        text("city", "City"),
        text("zip", "Postal Code"),
        number("numemployees", "Number of Employees"),
        text("industry", "Industry"),
        lifecycle,
        ...stageDates,
        leadStatus,
        flag("hs_current_customer", "Current Customer"),
        readOnly(moment("notes_last_contacted", "Last Contacted")),
        readOnly(number("num_contacted_notes", "Number of times contacted")),
        readOnly(moment("hs_first_outreach_date", "First outreach date")),
        readOnly(moment("hs_sa_first_engagement_date", "Date of first engagement")),
        readOnly(moment("hs_last_sales_activity_timestamp", "Last Engagement Date")),
        readOnly(moment("lastmodifieddate", "Last Modified Date")),
        readOnly(text("hs_all_contact_vids", "All vids for a contact")),
        readOnly(text("hs_email_domain", "Email Domain")),
        readOnly(flag("hs_is_contact", "Is a contact")),
        readOnly(flag("hs_is_unworked", "Contact unworked")),
        external("hs_pipeline", "Pipeline"),
        ...onEveryRecord,
      ],
    },
  ],
  [
    "0-2",
    {
      group: "companyinformation",
      properties: [
        text("name", "Company name"),
        text("domain", "Company Domain Name"),
        { ...text("phone", "Phone Number"), fieldType: "phonenumber" },
        text("country", "Country/Region"),
        text("city", "City"),
        text("industry", "Industry"),
        number("numberofemployees", "Number of Employees"),
        number("annualrevenue", "Annual Revenue"),
        lifecycle,
        ...stageDates,
        leadStatus,
        readOnly(moment("notes_last_contacted", "Last Contacted")),
        external("hs_pipeline", "Pipeline"),
        ...onEveryRecord,
      ],
    },
  ],
  [
    "0-3",
    {
      group: "dealinformation",
      properties: [
        text("dealname", "Deal Name"),
        number("amount", "Amount"),
        external("pipeline", "Pipeline"),
        external("dealstage", "Deal Stage"),
        moment("closedate", "Close Date"),
        area("description", "Deal Description"),
        choice("dealtype", "Deal Type", [
          ["newbusiness", "New Business"],
          ["existingbusiness", "Existing Business"],
        ]),
        area("closed_lost_reason", "Closed Lost Reason"),
        area("closed_won_reason", "Closed Won Reason"),
        readOnly(flag("hs_is_closed", "Is Deal Closed?")),
        readOnly(moment("notes_last_contacted", "Last Contacted")),
        ...onEveryRecord,
      ],
    },
  ],
  [
    "0-5",
    {
      group: "ticketinformation",
      properties: [
        text("subject", "Ticket name"),
        area("content", "Ticket description"),
        choice("hs_ticket_priority", "Priority", [
          ["LOW", "Low"],
          ["MEDIUM", "Medium"],
          ["HIGH", "High"],
          ["URGENT", "Urgent"],
        ]),
        choice("hs_ticket_category", "Category", [
          ["PRODUCT_ISSUE", "Product issue"],
          ["BILLING_ISSUE", "Billing issue"],
          ["FEATURE_REQUEST", "Feature request"],
          ["GENERAL_INQUIRY", "General inquiry"],
        ]),
        ...onPipelines,
        ...onEveryRecord,
      ],
    },
  ],
  [
    "0-136",
    {
      group: "lead_information",
      properties: [
        text("hs_lead_name", "Lead Name"),
        choice("hs_lead_type", "Lead Type", [["NEW_BUSINESS", "New business"]]),
        choice("hs_lead_label", "Lead Label", [
          ["HOT", "Hot"],
          ["WARM", "Warm"],
          ["COLD", "Cold"],
        ]),
        readOnly(moment("hs_createdate", "Object create date/time")),
        ...onPipelines,
        ...onEveryRecord,
      ],
    },
  ],
  [
    "0-27",
    {
      group: "task",
      properties: [
        text("hs_task_subject", "Task Title"),
        area("hs_task_body", "Task Notes"),
        choice("hs_task_status", "Task Status", [
          ["NOT_STARTED", "Not started"],
          ["IN_PROGRESS", "In progress"],
          ["WAITING", "Waiting"],
          ["COMPLETED", "Completed"],
          ["DEFERRED", "Deferred"],
        ]),
        choice("hs_task_priority", "Priority", [
          ["NONE", "None"],
          ["LOW", "Low"],
          ["MEDIUM", "Medium"],
          ["HIGH", "High"],
        ]),
        choice("hs_task_type", "Task Type", [
          ["TODO", "To-do"],
          ["CALL", "Call"],
          ["EMAIL", "Email"],
        ]),
        moment("hs_timestamp", "Due date"),
        ...onPipelines,
        ...onEveryRecord,
      ],
    },
  ],
  ["0-48", engagement([text("hs_call_title", "Call Title"), area("hs_call_body", "Call Notes")])],
  ["0-47", engagement([text("hs_meeting_title", "Meeting Name"), area("hs_meeting_body", "Meeting Description")])],
  [
    "0-49",
    engagement([
      text("hs_email_subject", "Email subject"),
      area("hs_email_text", "Email body"),
      choice("hs_email_direction", "Email Direction", [
        ["EMAIL", "Email"],
        ["INCOMING_EMAIL", "Incoming email"],
        ["FORWARDED_EMAIL", "Forwarded email"],
      ]),
    ]),
  ],
]);

function storedProperty(objectTypeId: string, groupName: string, seed: Seed): StoredProperty {
  return {
    objectTypeId,
    name: seed.name,
    label: seed.label,
    type: seed.type,
    fieldType: seed.fieldType,
    groupName,
    description: "",
    displayOrder: -1,
    hidden: false,
    formField: seed.isReadOnly !== true,
    hasUniqueValue: seed.isUnique === true,
    options: seed.options ?? [],
    calculated: false,
    externalOptions: seed.hasExternalOptions === true,
    archived: false,
    createdAt: epoch,
    updatedAt: epoch,
    hubspotDefined: true,
    dataSensitivity: "non_sensitive",
    modificationMetadata: {
      archivable: false,
      readOnlyDefinition: true,
      readOnlyValue: seed.isReadOnly === true,
      ...(seed.options === undefined ? {} : { readOnlyOptions: seed.hasEditableOptions !== true }),
    },
  };
}

/** The group and the properties HubSpot defines for an object type. */
export function seedProperties(objectTypeId: string): { group: string; properties: readonly StoredProperty[] } {
  const { group, properties } = seeds.get(objectTypeId) ?? { group: "information", properties: [] };
  return { group, properties: properties.map((seed) => storedProperty(objectTypeId, group, seed)) };
}
