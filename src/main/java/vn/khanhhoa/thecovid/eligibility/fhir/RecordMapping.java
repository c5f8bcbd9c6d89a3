package vn.khanhhoa.thecovid.eligibility.fhir;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** Makes rows of resources: Immunization for doses, Observation with its Specimen for tests, Condition for recoveries. */
final class RecordMapping {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final Map<RecordKind, String> RECORDS =
            Map.of(RecordKind.DOSE, "Immunization", RecordKind.TEST, "Observation", RecordKind.RECOVERY, "Condition");

    /** What records refer to. */
    private static final Set<String> AROUND =
            Set.of("Patient", "Location", "Organization", "Specimen", "Encounter", "Practitioner", "PractitionerRole");

    private static final Set<ObservationStatus> DONE =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);
    private static final Set<ObservationStatus> AWAITED =
            Set.of(ObservationStatus.REGISTERED, ObservationStatus.PRELIMINARY);
    private static final Set<String> OVER = Set.of("resolved", "remission", "inactive");

    private final RecordKind kind;
    private final FhirCodes codes;
    private final BundleReader.Resources resources;

    RecordMapping(RecordKind kind, FhirCodes codes, BundleReader.Resources resources) {
        this.kind = kind;
        this.codes = codes;
        this.resources = resources;
    }

    /** Empty for what is no record itself. */
    Map<String, String> row(BundleReader.Entry entry, List<BundleFault> faults) {
        Resource resource = entry.resource();
        String record = RECORDS.getOrDefault(kind, "");
        if (!resource.fhirType().equals(record)) {
            if (!AROUND.contains(resource.fhirType())) {
                faults.add(BundleReader.fault(entry.path(), "not-of-source", resource.fhirType(), record));
            }
            return Map.of();
        }
        Map<String, String> row = new LinkedHashMap<>();
        if (resource instanceof Immunization dose) {
            person(entry, "patient", dose.getPatient(), row, faults);
            dose(entry, dose, row, faults);
        } else if (resource instanceof Observation test) {
            person(entry, "subject", test.getSubject(), row, faults);
            test(entry, test, row, faults);
        } else if (resource instanceof Condition recovery) {
            person(entry, "subject", recovery.getSubject(), row, faults);
            recovery(entry, recovery, row, faults);
        }
        row.values().removeIf(String::isBlank);
        return row;
    }

    private void dose(BundleReader.Entry entry, Immunization dose, Map<String, String> row, List<BundleFault> faults) {
        if (dose.getStatus() != Immunization.ImmunizationStatus.COMPLETED) {
            faults.add(BundleReader.fault(entry.path() + ".status", "status", "completed"));
        }
        row.put("vaccine", codes.text("vaccine", dose.getVaccineCode()));
        row.put("dose_number", text(dose.getProtocolAppliedFirstRep().getDoseNumber()));
        row.put("injected_on", day(dose.getOccurrence()));
        row.put("lot", FhirCodes.text(dose.getLotNumber()));
        row.put(
                "facility",
                dose.hasLocation()
                        ? facility(dose.getLocation())
                        : dose.getPerformer().stream()
                                .map(performer -> facility(performer.getActor()))
                                .filter(name -> !name.isEmpty())
                                .findFirst()
                                .orElse(""));
    }

    private void test(BundleReader.Entry entry, Observation test, Map<String, String> row, List<BundleFault> faults) {
        boolean awaited = AWAITED.contains(test.getStatus());
        if (!awaited && !DONE.contains(test.getStatus())) {
            faults.add(BundleReader.fault(
                    entry.path() + ".status", "status", "final, amended, corrected, preliminary, registered"));
        }
        Optional<Specimen> specimen = resources
                .of(test.getSpecimen())
                .filter(Specimen.class::isInstance)
                .map(Specimen.class::cast);
        row.put("method", codes.text("method", test.getCode()));
        row.put(
                "sampled_at",
                specimen.map(each -> moment(each.getCollection().getCollected()))
                        .filter(text -> !text.isEmpty())
                        .orElseGet(() -> moment(test.getEffective())));
        row.put("result_at", test.hasIssued() ? moment(test.getIssuedElement()) : "");
        String result = test.getValue() instanceof CodeableConcept concept
                ? codes.text("result", concept)
                : text(test.getValue());
        row.put("result", result.isEmpty() && awaited ? "PENDING" : result);
        row.put("specimen_pool", specimen.filter(Specimen::hasParent).isPresent() ? "POOLED" : "");
        row.put(
                "facility",
                test.getPerformer().stream()
                        .map(this::facility)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private void recovery(
            BundleReader.Entry entry, Condition illness, Map<String, String> row, List<BundleFault> faults) {
        if (illness.getClinicalStatus().getCoding().stream()
                .noneMatch(coding -> OVER.contains(FhirCodes.text(coding.getCode())))) {
            faults.add(BundleReader.fault(entry.path() + ".clinicalStatus", "status", "resolved, remission, inactive"));
        }
        row.put("confirmed_on", day(illness.getOnset()));
        row.put("recovered_on", day(illness.getAbatement()));
        row.put(
                "certificate",
                illness.getEvidence().stream()
                        .flatMap(evidence -> evidence.getCode().stream())
                        .map(concept -> codes.text("certificate", concept))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
        row.put(
                "facility",
                resources
                        .of(illness.getEncounter())
                        .filter(Encounter.class::isInstance)
                        .map(Encounter.class::cast)
                        .map(encounter -> encounter.hasServiceProvider()
                                ? facility(encounter.getServiceProvider())
                                : facility(encounter.getLocationFirstRep().getLocation()))
                        .orElse(""));
    }

    private void person(
            BundleReader.Entry entry,
            String element,
            Reference reference,
            Map<String, String> row,
            List<BundleFault> faults) {
        Optional<Patient> found =
                resources.of(reference).filter(Patient.class::isInstance).map(Patient.class::cast);
        if (found.isEmpty()) {
            faults.add(BundleReader.fault(entry.path() + "." + element, "patient-not-here"));
            return;
        }
        Patient patient = found.get();
        row.put(
                "full_name",
                patient.getName().stream()
                        .map(RecordMapping::name)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
        row.put(
                "birth_date",
                turned(FhirCodes.text(patient.getBirthDateElement().getValueAsString())));
        row.put(
                "sex",
                patient.getGender() == AdministrativeGender.MALE
                        ? "Nam"
                        : patient.getGender() == AdministrativeGender.FEMALE ? "Nữ" : "");
        row.put(
                "document_number",
                patient.getIdentifier().stream()
                        .map(Identifier::getValue)
                        .map(FhirCodes::text)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""));
        row.put(
                "phone",
                patient.getTelecom().stream()
                        .filter(contact -> contact.getSystem() == ContactPoint.ContactPointSystem.PHONE
                                || contact.getSystem() == ContactPoint.ContactPointSystem.SMS)
                        .map(ContactPoint::getValue)
                        .map(FhirCodes::text)
                        .findFirst()
                        .orElse(""));
        row.put("commune", FhirCodes.text(patient.getAddressFirstRep().getCity()));
    }

    /** As it is written in whole, or family name first. */
    private static String name(HumanName name) {
        return name.hasText()
                ? name.getText()
                : Stream.concat(
                                Stream.of(FhirCodes.text(name.getFamily())),
                                name.getGiven().stream()
                                        .map(StringType::getValue)
                                        .map(FhirCodes::text))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
    }

    /** Its code or name, by which rows name it. */
    private String facility(Reference reference) {
        Optional<Resource> found = resources.of(reference);
        if (found.isPresent() && found.get() instanceof Location location) {
            return location.hasIdentifier()
                    ? FhirCodes.text(location.getIdentifierFirstRep().getValue())
                    : FhirCodes.text(location.getName());
        }
        if (found.isPresent() && found.get() instanceof Organization organisation) {
            return organisation.hasIdentifier()
                    ? FhirCodes.text(organisation.getIdentifierFirstRep().getValue())
                    : FhirCodes.text(organisation.getName());
        }
        return reference.hasIdentifier()
                ? FhirCodes.text(reference.getIdentifier().getValue())
                : FhirCodes.text(reference.getDisplay());
    }

    private static String text(@Nullable Type value) {
        return value instanceof PrimitiveType<?> primitive ? FhirCodes.text(primitive.getValueAsString()) : "";
    }

    private static String day(@Nullable Type value) {
        return value instanceof BaseDateTimeType time ? written(time, DAY) : text(value);
    }

    private static String moment(@Nullable Type value) {
        return value instanceof BaseDateTimeType time ? written(time, MOMENT) : text(value);
    }

    /** A moment as the clock shows it here; a day, month or year as it stands, day first. */
    private static String written(BaseDateTimeType time, DateTimeFormatter format) {
        String text = FhirCodes.text(time.getValueAsString());
        return text.indexOf('T') < 0
                ? turned(text)
                : format.format(ZonedDateTime.ofInstant(time.getValue().toInstant(), PortalClock.ZONE));
    }

    private static String turned(String yearFirst) {
        String[] parts = yearFirst.split("-", -1);
        StringBuilder text = new StringBuilder();
        for (int i = parts.length - 1; i >= 0; i--) {
            text.append(parts[i]).append(i == 0 ? "" : "/");
        }
        return text.toString();
    }
}
