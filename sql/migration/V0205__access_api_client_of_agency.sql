-- A program is an organisation's or an agency's, never both; 0 is none.
ALTER TABLE access_api_client
    ADD COLUMN agency_id BIGINT NOT NULL DEFAULT 0 AFTER organisation_id,
    ADD KEY access_api_client_of_agency (agency_id, id);
