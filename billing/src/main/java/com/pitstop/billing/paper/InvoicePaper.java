package com.pitstop.billing.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.pitstop.billing.invoices.Invoice;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** Prints invoices and credit notes as PDF, from the template {@code invoice/invoice.html}. */
@Component
public class InvoicePaper {

    /** What XML has no way to say. Whoever planned the job may have pasted it into its description. */
    private static final String NOT_IN_XML = "[\\p{Cc}\\p{Cs}\ufffe\uffff&&[^\n\t]]";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Template template;

    InvoicePaper() throws IOException {
        var file = new ClassPathResource("invoice/invoice.html").getInputStream();
        try (var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            template = Mustache.compiler()
                    .withEscaper(raw -> Escapers.HTML.escape(raw.replaceAll(NOT_IN_XML, " ")))
                    .compile(text);
        }
    }

    public byte[] print(Invoice invoice) {
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
        try {
            return new ClassPathResource("liberation/LiberationSans-%s.ttf".formatted(weight)).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
