using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;

namespace SlimRegeling.Betalingen.Tests;

internal static class Voorbeelden
{
    public const string EigenIban = "NL91ABNA0417164300";
    public static readonly LocalDate Dag = new(2026, 7, 1);
    public static readonly Instant Moment = Instant.FromUtc(2026, 6, 30, 9, 30);
    public static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static readonly XmlSchemaSet Schema = LeesSchema("Pain001.xsd");
    private static readonly XmlSchemaSet Statusschema = LeesSchema("Pain002.xsd");
    private static readonly XmlSchemaSet Afschriftschema = LeesSchema("Camt053.xsd");

    public static Betaling Betaling(int nummer = 1, string naam = "Bakkerij De Gouden Aar B.V.", decimal bedrag = 5520.00m) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"SLIM-7K2M9QX4TB-{nummer}"),
            naam,
            "NL02ABNA0123456789",
            bedrag,
            "Voorschot SLIM-subsidie SLIM-7K2M9QX4TB"
        );

    public static Betaalbestand Bestand(params IReadOnlyList<Betaling> betalingen) =>
        new("SLIM-2026-07-01-1", Moment, Dag, "Uitvoering SLIM-regeling", EigenIban, betalingen);

    /// <summary>The file, after it was found valid against the schema of the tests.</summary>
    public static XDocument Gekeurd(byte[] pain001) => Gekeurd(pain001, Schema);

    /// <summary>What a bank would say of a file, after it was found valid against the schema of the tests.</summary>
    public static XDocument GekeurdeStatus(byte[] pain002) => Gekeurd(pain002, Statusschema);

    /// <summary>A statement of the bank, after it was found valid against the schema of the tests.</summary>
    public static XDocument GekeurdAfschrift(byte[] camt053) => Gekeurd(camt053, Afschriftschema);

    private static XDocument Gekeurd(byte[] bestand, XmlSchemaSet schema)
    {
        using var bron = new MemoryStream(bestand);
        var document = XDocument.Load(bron);
        document.Validate(schema, (_, fout) => throw new XmlSchemaValidationException(fout.Message, fout.Exception));
        return document;
    }

    private static XmlSchemaSet LeesSchema(string naam)
    {
        using var bron = typeof(Voorbeelden).Assembly.GetManifestResourceStream(naam)!;
        using var lezer = XmlReader.Create(bron);
        var schema = new XmlSchemaSet();
        schema.Add(null, lezer);
        schema.Compile();
        return schema;
    }
}
