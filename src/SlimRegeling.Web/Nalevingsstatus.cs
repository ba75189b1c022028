using System.Globalization;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Platform;

namespace SlimRegeling.Web;

/// <summary>
/// What the executor says of this site in the accessibility statement (Besluit digitale toegankelijkheid overheid). What is not set says what
/// is so of the program: measures were taken, and nobody independent examined it.
/// </summary>
/// <param name="Letter">A to D; a site with status E has no statement.</param>
/// <param name="Onderzoek">Address of the report of an independent examination; A and B cannot be said without one.</param>
/// <param name="Antwoordweken">Within how many weeks who reports a barrier has an answer.</param>
public sealed record Nalevingsstatus(string Letter, string? Onderzoek, int Antwoordweken)
{
    public const string Statussleutel = "SlimRegeling:Toegankelijkheid:Status";
    public const string Onderzoeksleutel = "SlimRegeling:Toegankelijkheid:Onderzoek";
    public const string Termijnsleutel = "SlimRegeling:Toegankelijkheid:Antwoordweken";

    private const string ZonderOnderzoek = "C";

    // As long as the law gives for a complaint (9:11 Awb).
    private const int Klachttermijn = 6;

    private const int Langst = 52;

    /// <summary>In the words of the law's model statement.</summary>
    public string Omschrijving =>
        Letter switch
        {
            "A" => "voldoet volledig",
            "B" => "voldoet gedeeltelijk",
            ZonderOnderzoek => "eerste maatregelen genomen",
            _ => "voldoet niet",
        };

    /// <exception cref="Opstartfout">One of them is not what it can be, or A or B has no report.</exception>
    public static Nalevingsstatus Uit(IConfiguration configuratie)
    {
        var status = new Nalevingsstatus(
            Status(configuratie[Statussleutel]),
            Rapport(configuratie[Onderzoeksleutel]),
            Termijn(configuratie[Termijnsleutel])
        );
        return status is { Letter: "A" or "B", Onderzoek: null }
            ? throw new Opstartfout(
                $"{Statussleutel} is '{status.Letter}'. Daarvoor is een onafhankelijk onderzoek nodig. Geef het adres van het rapport in {Onderzoeksleutel}."
            )
            : status;
    }

    private static string Status(string? gegeven) =>
        gegeven?.Trim() switch
        {
            null or "" => ZonderOnderzoek,
            ("A" or "B" or "C" or "D") and var letter => letter,
            var anders => throw new Opstartfout($"{Statussleutel} is '{anders}'. Geef A, B, C of D."),
        };

    private static string? Rapport(string? gegeven) =>
        gegeven?.Trim() is not { Length: > 0 } tekst ? null
        : Uri.TryCreate(tekst, UriKind.Absolute, out var adres) && adres.Scheme is "https" or "http" ? adres.AbsoluteUri
        : throw new Opstartfout($"{Onderzoeksleutel} is '{tekst}'. Geef het adres van een pagina dat begint met https://.");

    private static int Termijn(string? gegeven) =>
        gegeven?.Trim() is not { Length: > 0 } tekst ? Klachttermijn
        : int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var weken) && weken is >= 1 and <= Langst ? weken
        : throw new Opstartfout($"{Termijnsleutel} is '{tekst}'. Geef een heel aantal weken van 1 tot en met {Langst}.");
}
