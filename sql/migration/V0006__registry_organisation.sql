-- Who applies for its people. The identifier is the claim to be that organisation: two cannot hold the same one.
CREATE TABLE registry_organisation (
    id               BIGINT       NOT NULL PRIMARY KEY,
    public_id        BINARY(16)   NOT NULL UNIQUE,
    type_code        VARCHAR(16)  NOT NULL,
    name             VARCHAR(200) NOT NULL,
    identifier_kind  VARCHAR(24)  NOT NULL,
    identifier       VARCHAR(40),
    created_at       DATETIME(6)  NOT NULL,
    version          INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_organisation_identifier (identifier_kind, identifier)
);

-- The organisation's own profile and its proof, judged once a version.
CREATE TABLE registry_registration (
    id                BIGINT       NOT NULL PRIMARY KEY,
    public_id         BINARY(16)   NOT NULL UNIQUE,
    organisation_id   BIGINT       NOT NULL,
    number            INT          NOT NULL,
    form_code         VARCHAR(16)  NOT NULL,
    state             VARCHAR(16)  NOT NULL,
    name              VARCHAR(200) NOT NULL,
    sector_code       VARCHAR(8),
    address           VARCHAR(300),
    area_id           BIGINT,
    headcount         INT,
    representative    VARCHAR(120),
    contact_name      VARBINARY(600),
    contact_phone     VARBINARY(120),
    agency_id         BIGINT,
    rule_id           BIGINT,
    submitted_at      DATETIME(6),
    submitted_by      BIGINT,
    judged_at         DATETIME(6),
    judged_by         BIGINT,
    return_reason     VARCHAR(8),
    return_text       VARCHAR(1000),
    version           INT          NOT NULL DEFAULT 0,
    UNIQUE KEY registry_registration_number (organisation_id, number),
    KEY registry_registration_queue (agency_id, state, submitted_at, id),
    CONSTRAINT registry_registration_of FOREIGN KEY (organisation_id) REFERENCES registry_organisation (id),
    CONSTRAINT registry_registration_area FOREIGN KEY (area_id) REFERENCES registry_area (id),
    CONSTRAINT registry_registration_agency FOREIGN KEY (agency_id) REFERENCES registry_agency (id)
);

CREATE TABLE registry_workplace (
    id               BIGINT       NOT NULL PRIMARY KEY,
    public_id        BINARY(16)   NOT NULL UNIQUE,
    organisation_id  BIGINT       NOT NULL,
    name             VARCHAR(160) NOT NULL,
    address          VARCHAR(300) NOT NULL,
    area_id          BIGINT       NOT NULL,
    zone_code        VARCHAR(16),
    headcount        INT          NOT NULL,
    closed           BOOLEAN      NOT NULL DEFAULT FALSE,
    version          INT          NOT NULL DEFAULT 0,
    KEY registry_workplace_of (organisation_id),
    CONSTRAINT registry_workplace_organisation FOREIGN KEY (organisation_id) REFERENCES registry_organisation (id),
    CONSTRAINT registry_workplace_area FOREIGN KEY (area_id) REFERENCES registry_area (id)
);

-- Prevention plan, commitment, signed request form: encrypted, one of each kind for a registration.
CREATE TABLE registry_document (
    id               BIGINT       NOT NULL PRIMARY KEY,
    public_id        BINARY(16)   NOT NULL UNIQUE,
    registration_id  BIGINT       NOT NULL,
    kind             VARCHAR(24)  NOT NULL,
    file_name        VARCHAR(200) NOT NULL,
    media_type       VARCHAR(80)  NOT NULL,
    size             INT          NOT NULL,
    content          LONGBLOB     NOT NULL,
    uploaded_at      DATETIME(6)  NOT NULL,
    uploaded_by      BIGINT       NOT NULL,
    UNIQUE KEY registry_document_kind (registration_id, kind),
    CONSTRAINT registry_document_of FOREIGN KEY (registration_id) REFERENCES registry_registration (id)
);

-- Somebody else says that they are an organisation that is registered already. It opens nothing; the agency looks.
CREATE TABLE registry_claim (
    id               BIGINT       NOT NULL PRIMARY KEY,
    public_id        BINARY(16)   NOT NULL UNIQUE,
    organisation_id  BIGINT       NOT NULL,
    agency_id        BIGINT,
    claimant_name    VARCHAR(120) NOT NULL,
    claimant_email   VARCHAR(254) NOT NULL,
    claimed_at       DATETIME(6)  NOT NULL,
    closed_at        DATETIME(6),
    closed_by        BIGINT,
    version          INT          NOT NULL DEFAULT 0,
    KEY registry_claim_queue (agency_id, closed_at),
    CONSTRAINT registry_claim_of FOREIGN KEY (organisation_id) REFERENCES registry_organisation (id)
);
