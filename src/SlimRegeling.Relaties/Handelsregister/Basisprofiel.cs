using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace SlimRegeling.Relaties.Handelsregister;

/// <summary>
/// What is read of an answer of the KVK (API Basisprofiel 1.5.0): dates as <c>yyyymmdd</c>, in which month and day can be zeros, and flags as Ja and
/// Nee. It does not tell which version of the SBI a code is from: <c>sbiVersie</c> is ours.
/// </summary>
internal sealed record Basisprofiel(
    string KvkNummer,
    string? Naam = null,
    string? StatutaireNaam = null,
    IReadOnlyList<Basisprofiel.Handelsnaam>? Handelsnamen = null,
    int? TotaalWerkzamePersonen = null,
    IReadOnlyList<Basisprofiel.SbiActiviteit>? SbiActiviteiten = null,
    [property: JsonPropertyName("_embedded")] Basisprofiel.Embedded? Onderdelen = null
)
{
    private const string Ja = "Ja";
    private const string Nederland = "Nederland";

    public sealed record Handelsnaam(string Naam, int Volgorde = 0);

    public sealed record SbiActiviteit(string SbiCode, string SbiOmschrijving, string? IndHoofdactiviteit = null, string? SbiVersie = null);

    public sealed record Embedded(Vestiging? Hoofdvestiging = null, Eigenaar? Eigenaar = null);

    public sealed record Eigenaar(string? Rsin = null, string? Rechtsvorm = null, string? DatumUitschrijving = null);

    public sealed record Vestiging(int? TotaalWerkzamePersonen = null, IReadOnlyList<Adres>? Adressen = null);

    public sealed record Adres(
        string? Type = null,
        string? IndAfgeschermd = null,
        string? Straatnaam = null,
        int? Huisnummer = null,
        string? Huisletter = null,
        string? HuisnummerToevoeging = null,
        int? Postbusnummer = null,
        string? Postcode = null,
        string? Plaats = null,
        string? Land = null
    )
    {
        /// <summary>Null when it is shielded or abroad: then it is no address for a form that asks a Dutch one.</summary>
        public Registeradres? Getoond()
        {
            var straat = Straatnaam is null
                ? (Postbusnummer is { } postbus ? $"Postbus {postbus.ToString(CultureInfo.InvariantCulture)}" : null)
                : $"{Straatnaam} {Huisnummer?.ToString(CultureInfo.InvariantCulture)}{Huisletter}{(HuisnummerToevoeging is { } bij ? $"-{bij}" : "")}".Trim();
            return
                IndAfgeschermd == Ja
                || (Land ?? Nederland) != Nederland
                || straat is null
                || Plaats is null
                || Postcode is not { Length: 6 } code
                ? null
                : new(straat, $"{code[..4]} {code[4..].ToUpperInvariant()}", Plaats);
        }
    }

    public Inschrijving Inschrijving() =>
        new(
            KvkNummer,
            Naam ?? StatutaireNaam ?? KvkNummer,
            [.. (Handelsnamen ?? []).OrderBy(h => h.Volgorde).Select(h => h.Naam)],
            Onderdelen?.Eigenaar?.Rechtsvorm,
            (Onderdelen?.Hoofdvestiging?.Adressen ?? [])
                .OrderBy(a => a.Type == "bezoekadres" ? 0 : 1)
                .Select(a => a.Getoond())
                .FirstOrDefault(a => a is not null),
            [
                .. (SbiActiviteiten ?? [])
                    .Select(a => new Registeractiviteit(
                        a.SbiCode.Replace(".", "", StringComparison.Ordinal),
                        a.SbiOmschrijving,
                        a.IndHoofdactiviteit == Ja,
                        a.SbiVersie
                    ))
                    .OrderBy(a => a.Hoofdactiviteit ? 0 : 1),
            ],
            TotaalWerkzamePersonen ?? Onderdelen?.Hoofdvestiging?.TotaalWerkzamePersonen,
            Datum(Onderdelen?.Eigenaar?.DatumUitschrijving)
        );

    /// <summary>The first day that it can be: of some only the year or the month is known.</summary>
    private static LocalDate? Datum(string? tekst) =>
        tekst is null ? null
        : tekst.Length == 8 && tekst.All(char.IsAsciiDigit)
            ? new LocalDate(Deel(tekst[..4]), Math.Max(1, Deel(tekst[4..6])), Math.Max(1, Deel(tekst[6..])))
        : throw new FormatException($"'{tekst}' is no date as yyyymmdd.");

    private static int Deel(string cijfers) => int.Parse(cijfers, CultureInfo.InvariantCulture);
}
