package vn.khanhhoa.thecovid.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands the cells of one column. */
interface CellRule {
    /** The value of a normalised text that is not empty; nothing where it was a problem, which is then found. */
    Optional<CellValue> read(String text, Findings findings);

    /** The text as it should have been typed, where nothing but punctuation around it is to be left out. */
    default String tidy(String text) {
        return text;
    }

    /** The text as papers have it, where it can be read as it stands and nobody would want it so. */
    default Optional<Mending> better(String text) {
        return Optional.empty();
    }

    /** What a text was that could not be read, if there is exactly one thing that it can have been. */
    default Optional<Mending> mend(String text, @Nullable CellHint hint) {
        return Optional.empty();
    }

    static CellRule of(FormColumn column, RowChecker.Context context) {
        return switch (column.type()) {
            case ORDINAL -> (text, findings) -> Optional.of(new CellValue.Text(text));
            case TEXT -> new WordsRule();
            case NAME -> new NameRule();
            case BIRTH_DATE -> new BirthDateRule(context.today());
            case SEX, DOCUMENT_KIND, CHOICE, YES_NO -> new AllowedValueRule(column);
            case IDENTITY_NUMBER -> new IdentityNumberRule();
            case PHONE -> new PhoneRule();
            case SOCIAL_INSURANCE -> new InsuranceRule();
            case AREA -> new AreaRule(new AreaIndex(context.lists()), column.acceptsOutside());
            case WORKPLACE -> new WorkplaceRule(new ChoiceIndex(context.lists().workplaces()));
            case ACTIVITIES ->
                new ActivitiesRule(new ChoiceIndex(context.lists().activities()));
            case SECTOR -> new SectorRule(context.lists().sectors());
            case VALID_FROM, VALID_TO -> new DayRule(ColumnBounds.NONE, context.today());
            case DATE -> new DayRule(ColumnBounds.of(column), context.today());
            case NUMBER -> new AmountRule(ColumnBounds.of(column));
            case TIME_OF_DAY -> new TimeRule();
            case DATE_TIME -> new MomentRule(ColumnBounds.of(column), context.today());
            case PLATE -> new PlateRule();
            case VESSEL_NUMBER -> new VesselNumberRule();
            case TAX_CODE -> new TaxCodeRule(context.today());
        };
    }
}
