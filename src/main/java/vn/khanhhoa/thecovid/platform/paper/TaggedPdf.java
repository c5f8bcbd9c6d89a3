package vn.khanhhoa.thecovid.platform.paper;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfDocument;
import com.lowagie.text.pdf.PdfIndirectObject;
import com.lowagie.text.pdf.PdfIndirectReference;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfStream;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureTreeRoot;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A PDF on its way out that assistive technology can read (PDF/UA-1) and archives can keep (PDF/A-2a). Each element of its
 * structure is written as soon as it is closed, and of each page only references stay, so that documents may be long.
 */
public final class TaggedPdf {
    public static final PdfName PART = new PdfName("Sect");
    public static final PdfName TITLE = new PdfName("H1");
    public static final PdfName HEADING = new PdfName("H2");
    public static final PdfName TEXT = new PdfName("P");
    public static final PdfName LIST = new PdfName("L");
    public static final PdfName ITEM = new PdfName("LI");
    public static final PdfName ITEM_SIGN = new PdfName("Lbl");
    public static final PdfName ITEM_TEXT = new PdfName("LBody");
    public static final PdfName TABLE = new PdfName("Table");
    public static final PdfName ROW = new PdfName("TR");
    public static final PdfName HEAD_CELL = new PdfName("TH");
    public static final PdfName CELL = new PdfName("TD");

    private static final PdfName FIGURE = new PdfName("Figure");
    private static final PdfName DOCUMENT = new PdfName("Document");
    private static final PdfName ALTERNATIVE = new PdfName("Alt");
    private static final PdfName PAGE = new PdfName("Pg");
    private static final PdfName MARK = new PdfName("MCID");
    private static final PdfName ATTRIBUTES = new PdfName("A");
    private static final byte[] COLOURS =
            deflated(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

    /** What the head of a table speaks for. */
    public enum HeadOf {
        COLUMN("Column"),
        ROW("Row");

        private final PdfName scope;

        HeadOf(String scope) {
            this.scope = new PdfName(scope);
        }
    }

    /** What is written may fail only as streams do. */
    public interface Drawing {
        void run() throws IOException;
    }

    /** An element that is still open. */
    private record Open(PdfIndirectReference self, PdfArray parts) {}

    /**
     * The library knows of elements only when they are its own, which stay in memory to the end; its list of what belongs to
     * the marks of each page would therefore be empty, and ours takes its place.
     */
    private static final class TreeWriter extends PdfWriter {
        private @Nullable PdfIndirectReference elementsOfMarks;

        private TreeWriter(PdfDocument document, OutputStream out) {
            super(document, out);
        }

        static TreeWriter of(Document document, OutputStream out) {
            PdfDocument pages = new PdfDocument();
            document.addDocListener(pages);
            TreeWriter writer = new TreeWriter(pages, out);
            pages.addWriter(writer);
            return writer;
        }

        @Override
        public PdfIndirectObject addToBody(PdfObject object, PdfIndirectReference reference) throws IOException {
            if (object instanceof PdfStructureTreeRoot root && elementsOfMarks != null) {
                root.put(PdfName.PARENTTREE, elementsOfMarks);
            }
            return super.addToBody(object, reference);
        }
    }

    private final Document document;
    private final TreeWriter writer;
    private final PdfIndirectReference whole;
    private final PdfArray marksOfPages = new PdfArray();
    private final Deque<Open> open = new ArrayDeque<>();
    private PdfArray marksOfPage = new PdfArray();
    private int pages;

    private TaggedPdf(Document document, TreeWriter writer) {
        this.document = document;
        this.writer = writer;
        this.whole = writer.getPdfIndirectReference();
        open.push(new Open(whole, new PdfArray()));
    }

    /** Writes a document of at least one page, the first of this size. Does not close the stream. */
    public static void write(
            String title, String language, double width, double height, OutputStream out, Content content)
            throws IOException {
        try (Document document = new Document(size(width, height), 0, 0, 0, 0)) {
            TreeWriter writer = TreeWriter.of(document, out);
            writer.setCloseStream(false);
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            writer.setTagged();
            writer.setXmpMetadata(metadata(title, language));
            writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
            document.addTitle(title);
            document.open();
            TaggedPdf pdf = new TaggedPdf(document, writer);
            content.into(pdf);
            pdf.end();
        } catch (ExceptionConverter wrapped) {
            if (wrapped.getException() instanceof IOException broken) {
                throw broken;
            }
            throw wrapped;
        } catch (DocumentException broken) {
            throw new IOException(broken);
        }
    }

    public interface Content {
        void into(TaggedPdf pdf) throws IOException;
    }

    /** Begins the next page. Sizes are in millimetres. */
    public void page(double width, double height) throws IOException {
        if (pages > 0) {
            endPage();
            document.setPageSize(size(width, height));
            document.newPage();
        }
        pages++;
    }

    private static Rectangle size(double width, double height) {
        return new Rectangle((float) Pen.points(width), (float) Pen.points(height));
    }

    PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    float height() {
        return document.getPageSize().getHeight();
    }

    /** An element that has others. */
    public void part(PdfName role, Drawing parts) throws IOException {
        Open element = new Open(writer.getPdfIndirectReference(), new PdfArray());
        Open parent = open.element();
        open.push(element);
        parts.run();
        open.pop();
        PdfDictionary dictionary = element(role, parent);
        dictionary.put(PdfName.K, element.parts());
        parent.parts().add(element.self());
        writer.addToBody(dictionary, element.self());
    }

    /** An element that has nothing but what is drawn. */
    public void content(PdfName role, Drawing drawing) throws IOException {
        content(element(role, open.element()), drawing);
    }

    void headCell(HeadOf what, Drawing drawing) throws IOException {
        PdfDictionary cell = element(HEAD_CELL, open.element());
        PdfDictionary scope = new PdfDictionary();
        scope.put(PdfName.O, TABLE);
        scope.put(new PdfName("Scope"), what.scope);
        cell.put(ATTRIBUTES, scope);
        content(cell, drawing);
    }

    void figure(String alternative, Drawing drawing) throws IOException {
        PdfDictionary figure = element(FIGURE, open.element());
        figure.put(ALTERNATIVE, new PdfString(alternative, PdfObject.TEXT_UNICODE));
        content(figure, drawing);
    }

    private void content(PdfDictionary element, Drawing drawing) throws IOException {
        PdfNumber mark = new PdfNumber(marksOfPage.size());
        PdfDictionary properties = new PdfDictionary();
        properties.put(MARK, mark);
        canvas().beginMarkedContentSequence(element.getAsName(PdfName.S), properties, true);
        drawing.run();
        canvas().endMarkedContentSequence();
        element.put(PAGE, writer.getPageReference(pages));
        element.put(PdfName.K, mark);
        PdfIndirectReference self = writer.addToBody(element).getIndirectReference();
        marksOfPage.add(self);
        open.element().parts().add(self);
    }

    private static PdfDictionary element(PdfName role, Open parent) {
        PdfDictionary element = new PdfDictionary();
        element.put(PdfName.S, role);
        element.put(PdfName.P, parent.self());
        return element;
    }

    private void endPage() throws IOException {
        marksOfPages.add(new PdfNumber(pages - 1));
        marksOfPages.add(writer.addToBody(marksOfPage).getIndirectReference());
        marksOfPage = new PdfArray();
    }

    private void end() throws IOException {
        endPage();
        PdfDictionary root = writer.getStructureTreeRoot();
        PdfDictionary marks = new PdfDictionary();
        marks.put(PdfName.NUMS, marksOfPages);
        writer.elementsOfMarks = writer.addToBody(marks).getIndirectReference();
        root.put(new PdfName("ParentTreeNextKey"), new PdfNumber(pages));
        root.put(PdfName.K, whole);
        PdfDictionary all = new PdfDictionary();
        all.put(PdfName.S, DOCUMENT);
        all.put(PdfName.P, writer.getStructureTreeRoot().getReference());
        all.put(PdfName.K, open.element().parts());
        writer.addToBody(all, whole);
        writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(colours()));
    }

    private PdfDictionary colours() throws IOException {
        PdfStream profile = new PdfStream(COLOURS);
        profile.put(PdfName.FILTER, PdfName.FLATEDECODE);
        profile.put(PdfName.N, new PdfNumber(3));
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, new PdfName("GTS_PDFA1"));
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("sRGB IEC61966-2.1"));
        intent.put(PdfName.INFO, new PdfString("sRGB IEC61966-2.1"));
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        return intent;
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(small)) {
            deflater.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return small.toByteArray();
    }

    /** Title and language, and that the document keeps to both norms; the second has to be described to the first. */
    private static byte[] metadata(String title, String language) {
        return ("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                        + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        + " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                        + " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                        + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                        + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><dc:title><rdf:Alt><rdf:li"
                        + " xml:lang=\"x-default\">" + escaped(title)
                        + "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>" + language
                        + "</rdf:li></rdf:Bag></dc:language><pdfaid:part>2</pdfaid:part>"
                        + "<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part><pdfaExtension:schemas>"
                        + "<rdf:Bag><rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>"
                        + "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
                        + "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
                        + "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
                        + "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
                        + "<pdfaProperty:category>internal</pdfaProperty:category>"
                        + "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq>"
                        + "</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"
                        + "</x:xmpmeta><?xpacket end=\"r\"?>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
