using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken;

/// <summary>
/// The latest cases first: for employees by number, enterprise, window, status and words; for an applicant those of the own enterprise.
/// </summary>
public static partial class ZakenZoeken
{
    private const int Standaard = 25;
    private const int Hoogste = 100;

    public sealed record ZaakInLijst(
        string Zaaknummer,
        Zaakstatus Status,
        string KvkNummer,
        string Tijdvak,
        Instant IngediendOp,
        decimal Gevraagd,
        decimal Betaald,
        decimal? Verleend = null,
        decimal? Vastgesteld = null,
        [property: Description("De naam van de onderneming; alleen voor wie namen leest, en als zij bekend is.")] string? Naam = null,
        [property: Description("Waar de gezochte woorden staan; alleen bij zoeken op woorden.")] IReadOnlyList<Vindplaats>? Gevonden = null
    );

    public sealed record Vindplaats(
        [property: Description("onderneming, naam, partij, plan, activiteiten of brief.")] string Soort,
        [property: Description("Het KVK-nummer van een partij, of de soort brief; leeg bij de rest.")] string Kenmerk,
        IReadOnlyList<Fragmentdeel> Fragment
    );

    public sealed record Fragmentdeel(string Tekst, [property: Description("true bij een woord dat gezocht is.")] bool Gevonden);

    /// <param name="Volgende">Give this as <c>na</c> for the next page; absent on the last one. A case that is submitted meanwhile moves no page.</param>
    public sealed record Lijst(
        IReadOnlyList<ZaakInLijst> Zaken,
        string? Volgende = null,
        [property: Description("Woorden waarop ook is gezocht, omdat er geen zaak is met alle gevraagde woorden.")]
            IReadOnlyList<string>? GezochtOp = null
    );

    /// <summary>Which texts someone may find cases by: those that their role reads.</summary>
    internal enum Bereik
    {
        Niets,
        Namen,
        Alles,
    }

    internal sealed record Vraag(string? Zaaknummer, string? KvkNummer, string? Tijdvak, Zaakstatus? Status, string? Na, int Aantal)
    {
        /// <summary>Empty when no words are looked for.</summary>
        public string[] Woorden { get; init; } = [];

        public Bereik Bereik { get; init; }

        /// <summary>The cases whose numbers stand among the words; empty when none does.</summary>
        public IReadOnlyList<string> Genoemd { get; init; } = [];

        /// <summary>Whether one case or enterprise, or what is in cases, is looked for: what is found is a view of it, and a list of many is none.</summary>
        public bool IsInzage =>
            Woorden.Length > 0 || Genoemd.Count > 0 || KvkNummer is not null || Platform.Zaaknummer.TryParse(Zaaknummer, null, out _);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/zaken",
                async (
                    string? zaaknummer,
                    [Description("Van de aanvrager; voor wie namen leest ook van een partij.")] string? kvkNummer,
                    string? tijdvak,
                    string? status,
                    [Description("Woorden in namen, plan of brieven, of een nummer. Alleen voor medewerkers.")] string? tekst,
                    string? na,
                    int? aantal,
                    Contextregister contexten,
                    Aanroep aanroep,
                    IBelangen belangen,
                    Persoon persoon,
                    CancellationToken ct
                ) =>
                {
                    var delen = tekst?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
                    var vraag = new Vraag(
                        // That of a decision or an objection begins with that of its case.
                        Platform.Zaaknummer.Van(zaaknummer)?.ToString()
                            ?? OfNiets(zaaknummer)?.ToUpperInvariant(),
                        OfNiets(kvkNummer),
                        OfNiets(tijdvak),
                        Status(status),
                        OfNiets(na)?.ToUpperInvariant(),
                        aantal ?? Standaard
                    )
                    {
                        Woorden = Tekstvraag.Lees(string.Join(' ', delen.Where(d => Platform.Zaaknummer.Van(d) is null))),
                        Genoemd = Platform.Zaaknummer.VanElk(delen),
                        Bereik = Mag(persoon, aanroep),
                    };
                    Fout[] fouten = [.. Controleer(vraag, OfNiets(status)), .. ControleerTekst(vraag, OfNiets(tekst))];
                    if (fouten.Length > 0)
                    {
                        return Weigering.Invoer(fouten);
                    }
                    var bron = contexten.Van(typeof(ZakenContext)).Bron;
                    string[] gesloten = aanroep.AlleenVan is null ? [.. await belangen.Gesloten(persoon.Onderwerp, ct)] : [];
                    var lijst = await new Zaakzoeker(vraag, gesloten, aanroep.AlleenVan).Zoek(bron, ct);
                    return Uitkomst.Ok(lijst) with { Zaken = vraag.IsInzage ? [.. lijst.Zaken.Select(z => z.Zaaknummer)] : [] };
                }
            )
            .Geeft<Lijst>()
            .LegtInzageVast("zoeken")
            .BlijftOpenBijBelang("a list in which that case is not found")
            .Voor(
                Rol.Aanvrager,
                Rol.Gemachtigde,
                Rol.Beoordelaar,
                Rol.Medeondertekenaar,
                Rol.FinancieelMedewerker,
                Rol.FinancieelControleur,
                Rol.Regelbeheerder,
                Rol.Beheerder
            )
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <summary>Plan and letters for who assesses and signs; names for who pays, who reads them too.</summary>
    internal static Bereik Mag(Persoon persoon, Aanroep aanroep) =>
        aanroep.AlleenVan is not null ? Bereik.Niets
        : persoon.Heeft(Rol.Beoordelaar) || persoon.Heeft(Rol.Medeondertekenaar) ? Bereik.Alles
        : persoon.Heeft(Rol.FinancieelMedewerker) || persoon.Heeft(Rol.FinancieelControleur) ? Bereik.Namen
        : Bereik.Niets;

    private static IEnumerable<Fout> ControleerTekst(Vraag vraag, string? tekst)
    {
        if (tekst is not null && vraag.Bereik == Bereik.Niets)
        {
            yield return new("tekst", "Op woorden zoekt alleen wie zaken beoordeelt, ondertekent of betaalt. Zoek op zaaknummer.");
        }
        else if (tekst is not null && vraag is { Woorden.Length: 0, Genoemd.Count: 0 })
        {
            yield return new("tekst", "Geef ten minste één woord van drie of meer letters of cijfers.");
        }
    }

    private static IEnumerable<Fout> Controleer(Vraag vraag, string? status)
    {
        if (vraag.Zaaknummer is { } nummer && !Begin().IsMatch(nummer))
        {
            yield return new("zaaknummer", "Geef een zaaknummer of het begin ervan, bijvoorbeeld SLIM-7K2.");
        }
        if (vraag.KvkNummer is { } kvk && (kvk.Length != 8 || !kvk.All(char.IsAsciiDigit)))
        {
            yield return new("kvkNummer", "Een KVK-nummer heeft 8 cijfers.");
        }
        if (status is not null && vraag.Status is null)
        {
            yield return new("status", $"'{status}' is geen status. Kies uit {string.Join(", ", Statussen.Alle)}.");
        }
        if (vraag.Na is { } na && !Platform.Zaaknummer.TryParse(na, null, out _))
        {
            yield return new("na", "Geef de waarde van 'volgende' uit de vorige bladzijde.");
        }
        if (vraag.Aantal is < 1 or > Hoogste)
        {
            yield return new("aantal", $"Vraag 1 tot en met {Hoogste} zaken per bladzijde.");
        }
    }

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();

    private static Zaakstatus? Status(string? tekst) => OfNiets(tekst) is { } naam ? Statussen.Lees(naam) : null;

    [GeneratedRegex("^SLIM-[0-9A-HJKMNP-TV-Z]{0,10}$")]
    private static partial Regex Begin();
}
