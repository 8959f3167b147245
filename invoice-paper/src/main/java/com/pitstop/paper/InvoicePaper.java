package com.pitstop.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** Prints invoices and credit notes as PDF, A4, from the template {@code invoice/invoice.html}. Any number of threads may. */
public class InvoicePaper {

    /** What XML has no way to say. Whoever planned the job may have pasted it into its description. */
    private static final String NOT_IN_XML = "[\\p{Cc}\\p{Cs}\ufffe\uffff&&[^\n\t]]";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Template template;

    public InvoicePaper() {
        try (var text = new InputStreamReader(resource("invoice/invoice.html"), StandardCharsets.UTF_8)) {
            template = Mustache.compiler()
                    .withEscaper(raw -> Escapers.HTML.escape(raw.replaceAll(NOT_IN_XML, " ")))
                    .compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] print(PrintedInvoice invoice) {
        var pdf = new ByteArrayOutputStream();
        try {
            builder(template.execute(InvoiceSheet.of(invoice))).toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static PdfRendererBuilder builder(String html) {
        var builder = new PdfRendererBuilder();
        builder.useFont(() -> typeface("Regular"), "Liberation Sans", 400, FontStyle.NORMAL, true)
                .useFont(() -> typeface("Bold"), "Liberation Sans", 700, FontStyle.NORMAL, true)
                .withProducer("Pitstop")
                .withHtmlContent(html, null);
        return builder;
    }

    private static InputStream typeface(String weight) {
        return resource("liberation/LiberationSans-%s.ttf".formatted(weight));
    }

    private static InputStream resource(String name) {
        var loader = InvoicePaper.class.getClassLoader();
        return Objects.requireNonNull(loader.getResourceAsStream(name), () -> name + " is missing");
    }
}
