package vn.khanhhoa.thecovid.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What every PDF of the portal keeps to. */
public final class Norms {
    private Norms() {}

    /** It can be read out by assistive technology (PDF/UA-1) and kept in archives (PDF/A-2a), as veraPDF judges. */
    public static void assertKept(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour norm : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), norm);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(norm, false)) {
                assertThat(validator.validate(parser).getTestAssertions())
                        .as(norm.getId())
                        .filteredOn(each -> each.getStatus() == TestAssertion.Status.FAILED)
                        .extracting(each -> each.getRuleId().getClause() + ": " + each.getMessage())
                        .isEmpty();
            }
        }
    }

    /** Of its structure, in the order in which they are read out. */
    public static List<PDStructureElement> elements(PDDocument document) {
        List<PDStructureElement> elements = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), elements);
        return elements;
    }

    /** What stands on a page for those who look: also what is drawn once more and not read out again. */
    public static String seen(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper pages = new PDFTextStripper();
            pages.setStartPage(page);
            pages.setEndPage(page);
            return pages.getText(document).replaceAll("\\s+", " ");
        }
    }

    public static List<String> roles(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return elements(document).stream()
                    .map(PDStructureElement::getStructureType)
                    .toList();
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> elements) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                collect(element, elements);
            }
        }
    }
}
