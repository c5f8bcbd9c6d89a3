-- When agencies work. kind WEEK: hours are seven parts, Monday first, parted by "|", each like "07:30-11:30 13:30-17:00"; an empty
-- part is a closed day, and what ends at or before its beginning ends on the next day. Of the weeks of an agency the one that
-- began last holds.
-- kind DAYS: the hours of each day from valid_from to valid_to in place of the week's; empty for days off.
CREATE TABLE registry_working_time (
    id          BIGINT       NOT NULL PRIMARY KEY,
    agency_id   BIGINT       NOT NULL,
    kind        VARCHAR(8)   NOT NULL,
    hours       VARCHAR(700) NOT NULL,
    note        VARCHAR(120) NOT NULL,
    valid_from  DATE         NOT NULL,
    valid_to    DATE,
    version     INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_working_time_of (agency_id, kind, valid_from),
    CONSTRAINT registry_working_time_agency FOREIGN KEY (agency_id) REFERENCES registry_agency (id)
);

-- Goes on with each change of the agency's working time: two who change it at once do not overwrite each other.
ALTER TABLE registry_agency ADD COLUMN calendar_revision INT NOT NULL DEFAULT 0;

-- working_hours: the hours of a rule are those in which its agency works.
-- areas: codes of areas; the workplace (the head office for a registration) lies in one of them.
ALTER TABLE registry_routing_rule
    ADD COLUMN working_hours BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN areas VARCHAR(200);
