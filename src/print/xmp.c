#include "print/xmp.h"

#include "base/markup.h"

static void put(GString *xmp, const char *before, const char *words, const char *after)
{
  g_string_append(xmp, before);
  adref_markup_escape_string(xmp, words);
  g_string_append(xmp, after);
}

/* PDF/A requires a description of properties that it does not define, such as those of PDF/UA. */
static void put_schema(GString *xmp)
{
  g_string_append(
      xmp, "<rdf:Description rdf:about=\"\""
           " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
           " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
           " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
           "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
           "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
           "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
           "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
           "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
           "<pdfaProperty:name>part</pdfaProperty:name>\n"
           "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
           "<pdfaProperty:category>internal</pdfaProperty:category>\n"
           "<pdfaProperty:description>Which part of ISO 14289 the file follows"
           "</pdfaProperty:description>\n"
           "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
           "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

static void put_claims(GString *xmp, const AdrefPdfProperties *properties)
{
  g_string_append_printf(xmp,
                         "<rdf:Description rdf:about=\"\""
                         " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                         " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                         "<pdfaid:part>%d</pdfaid:part>\n"
                         "<pdfaid:conformance>U</pdfaid:conformance>\n"
                         "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n",
                         properties->file ? 3 : 2);
}

static void put_facts(GString *xmp, const AdrefPdfProperties *properties, const char *producer)
{
  g_string_append(xmp, "<rdf:Description rdf:about=\"\""
                       " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                       " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                       " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
                       "<dc:format>application/pdf</dc:format>\n");
  put(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", properties->title,
      "</rdf:li></rdf:Alt></dc:title>\n");
  put(xmp, "<dc:language><rdf:Bag><rdf:li>", properties->language ? properties->language : "en",
      "</rdf:li></rdf:Bag></dc:language>\n");
  put(xmp, "<xmp:CreatorTool>", properties->creator, "</xmp:CreatorTool>\n");
  if (producer)
    put(xmp, "<pdf:Producer>", producer, "</pdf:Producer>\n");
  if (properties->date)
    put(xmp, "<xmp:CreateDate>", properties->date, "</xmp:CreateDate>\n");
  g_string_append(xmp, "</rdf:Description>\n");
}

GString *adref_xmp(const AdrefPdfProperties *properties, const char *producer)
{
  GString *xmp = g_string_new("<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
                              "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
  put_facts(xmp, properties, producer);
  put_claims(xmp, properties);
  put_schema(xmp);
  g_string_append(xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return xmp;
}
