/** HubSpot spreads the actions that wait for a window over so many minutes. */
export const spreadMinutes = 15;
