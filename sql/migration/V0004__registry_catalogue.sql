-- The catalogue: dated data that a reference pack starts and the portal goes on with.
-- valid_to is the last day; open where null. A code without a date is ambiguous (codes were given out again).
CREATE SEQUENCE registry_seq START WITH 1001 INCREMENT BY 50;

CREATE TABLE registry_area (
    id            BIGINT       NOT NULL PRIMARY KEY,
    code          VARCHAR(5)   NOT NULL,
    name          VARCHAR(100) NOT NULL,
    level         VARCHAR(16)  NOT NULL,
    parent_id     BIGINT,
    valid_from    DATE         NOT NULL,
    valid_to      DATE,
    successor_id  BIGINT,
    version       INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_area_code (code, valid_from),
    KEY registry_area_parent (parent_id),
    CONSTRAINT registry_area_in FOREIGN KEY (parent_id) REFERENCES registry_area (id),
    CONSTRAINT registry_area_followed_by FOREIGN KEY (successor_id) REFERENCES registry_area (id)
);

-- Economic and industrial zones, which route by themselves.
CREATE TABLE registry_zone (
    id          BIGINT       NOT NULL PRIMARY KEY,
    code        VARCHAR(16)  NOT NULL,
    name        VARCHAR(120) NOT NULL,
    valid_from  DATE         NOT NULL,
    valid_to    DATE,
    version     INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_zone_code (code, valid_from)
);

-- VSIC: sections (letters) and the 2- to 5-digit codes that routing needs.
CREATE TABLE registry_sector (
    id          BIGINT       NOT NULL PRIMARY KEY,
    code        VARCHAR(8)   NOT NULL,
    name_vi     VARCHAR(200) NOT NULL,
    name_en     VARCHAR(200) NOT NULL,
    valid_from  DATE         NOT NULL,
    valid_to    DATE,
    version     INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_sector_code (code, valid_from)
);

CREATE TABLE registry_organisation_type (
    id               BIGINT       NOT NULL PRIMARY KEY,
    code             VARCHAR(16)  NOT NULL,
    name_vi          VARCHAR(120) NOT NULL,
    name_en          VARCHAR(120) NOT NULL,
    identifier_kind  VARCHAR(24)  NOT NULL,
    valid_from       DATE         NOT NULL,
    valid_to         DATE,
    version          INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_organisation_type_code (code, valid_from)
);

CREATE TABLE registry_activity (
    id          BIGINT       NOT NULL PRIMARY KEY,
    code        VARCHAR(24)  NOT NULL,
    name_vi     VARCHAR(160) NOT NULL,
    name_en     VARCHAR(160) NOT NULL,
    valid_from  DATE         NOT NULL,
    valid_to    DATE,
    version     INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_activity_code (code, valid_from)
);

CREATE TABLE registry_agency (
    id            BIGINT       NOT NULL PRIMARY KEY,
    public_id     BINARY(16)       NOT NULL UNIQUE,
    code          VARCHAR(24)  NOT NULL,
    name          VARCHAR(200) NOT NULL,
    kind          VARCHAR(24)  NOT NULL,
    parent_id     BIGINT,
    area_id       BIGINT,
    hotline       VARCHAR(40),
    email         VARCHAR(254),
    valid_from    DATE         NOT NULL,
    valid_to      DATE,
    successor_id  BIGINT,
    version       INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_agency_code (code, valid_from),
    KEY registry_agency_area (area_id, kind),
    CONSTRAINT registry_agency_under FOREIGN KEY (parent_id) REFERENCES registry_agency (id),
    CONSTRAINT registry_agency_of_area FOREIGN KEY (area_id) REFERENCES registry_area (id),
    CONSTRAINT registry_agency_followed_by FOREIGN KEY (successor_id) REFERENCES registry_agency (id)
);

-- Who reviews what: rows in order of position, the first that matches wins. An empty condition matches all.
--   templates, organisation_types   codes parted by spaces
--   sectors                         VSIC prefixes or ranges parted by spaces: "85 10-33 4711 G"
--   zone                            "*" any zone, or zone codes parted by spaces
--   max_headcount                   fewer staff than this
--   districts                       MANY: the organisation's workplaces lie in several districts
-- target
--   AGENCY        the agency with code target_agency
--   AREA          the agency of kind target_kind for the area that target_area names:
--                 WORKPLACE, RESIDENCE or HEAD_OFFICE; its own area or the nearest one above it
--   OWN           the agency that the organisation itself is; matches only where it is one
CREATE TABLE registry_routing_rule (
    id                  BIGINT       NOT NULL PRIMARY KEY,
    position            INT          NOT NULL,
    name_vi             VARCHAR(200) NOT NULL,
    name_en             VARCHAR(200) NOT NULL,
    templates           VARCHAR(120),
    organisation_types  VARCHAR(120),
    sectors             VARCHAR(200),
    zone                VARCHAR(120),
    max_headcount       INT,
    districts           VARCHAR(8),
    target              VARCHAR(8)   NOT NULL,
    target_agency       VARCHAR(24),
    target_kind         VARCHAR(24),
    target_area         VARCHAR(16),
    own_people          BOOLEAN      NOT NULL,
    hours               INT          NOT NULL,
    valid_from          DATE         NOT NULL,
    valid_to            DATE,
    version             INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_routing_rule_position (position, valid_from)
);
