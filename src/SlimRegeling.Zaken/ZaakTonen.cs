using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Zaken;

/// <summary>The case on one page: where it stands, its amounts, and every step with its article.</summary>
public static partial class ZaakTonen
{
    private const string Uitvoering = "uitvoering";

    /// <param name="Gereserveerd">As reserved when the order of the window was fixed.</param>
    /// <param name="Voorschot">With the second one of a partnership, after its progress report.</param>
    /// <param name="Betaald">What the bank has paid.</param>
    public sealed record Bedragen(
        decimal Gevraagd,
        decimal? Gereserveerd,
        decimal? Verleend,
        decimal? Voorschot,
        decimal Betaald,
        decimal? Vastgesteld
    );

    /// <param name="Stap">Code of the step in the rule version.</param>
    /// <param name="Wie">Pseudonym of who caused it, or <c>systeem</c>; for an applicant an employee is <c>uitvoering</c>.</param>
    /// <param name="Artikel">Ready to follow the word "artikel".</param>
    /// <param name="Eerdere">The case that goes before this one; for employees only, as it may be another enterprise's.</param>
    public sealed record Stapbeeld(
        Instant Moment,
        string Stap,
        string Titel,
        string Wie,
        string Artikel,
        decimal? Bedrag = null,
        string? Uitleg = null,
        string? Eerdere = null
    );

    /// <param name="Rang">Place in the order of the window.</param>
    /// <param name="BeslissenUiterlijk">The last day to decide on the application; null while the window has not been heard of.</param>
    /// <param name="LaatsteDagen">What comes after that decision, and to complete.</param>
    /// <param name="Bezwaren">Objections against decisions of the case, by number; absent when there is none.</param>
    /// <param name="Behandelaar">Pseudonym of the assessor who has the case; for employees only, and absent when nobody has it.</param>
    /// <param name="Ingebreke">For employees only; absent when no reminder holds.</param>
    /// <param name="Naam">Of the enterprise, for who reads names; absent while it is not known.</param>
    /// <param name="BesluitVerwacht">By when the applicant was told to expect a decision that comes late; absent when they were not.</param>
    /// <param name="VaststellingIngebreke">Of the settlement that was asked for; for employees only, and absent when no reminder holds.</param>
    /// <param name="WijzigingenIngebreke">Of changes that were asked for; for employees only, and absent when no reminder holds.</param>
    /// <param name="VaststellingVerwacht">The same of a settlement that was asked for and comes late.</param>
    /// <param name="Besluiten">That are waited for, or of which a reminder holds; absent when there is none.</param>
    public sealed record Zaakbeeld(
        string Zaaknummer,
        Zaakstatus Status,
        string KvkNummer,
        string Tijdvak,
        string Regelversie,
        Instant IngediendOp,
        Bedragen Bedragen,
        IReadOnlyList<Stapbeeld> Stappen,
        int? Rang = null,
        LocalDate? BeslissenUiterlijk = null,
        Laatstedagen? LaatsteDagen = null,
        IReadOnlyList<Bezwaarbeeld>? Bezwaren = null,
        string? Behandelaar = null,
        Ingebrekestand? Ingebreke = null,
        string? Naam = null,
        LocalDate? BesluitVerwacht = null,
        Ingebrekestand? VaststellingIngebreke = null,
        IReadOnlyList<Ingebrekestand>? WijzigingenIngebreke = null,
        LocalDate? VaststellingVerwacht = null,
        IReadOnlyList<Besluitstand>? Besluiten = null
    );

    /// <param name="IngebrekeOp">The day on which the reminder that holds was received.</param>
    /// <param name="VaststellingIngebrekeOp">The same of the one about the settlement.</param>
    private sealed record Kop(
        Zaakbeeld Beeld,
        Beslisdag Beslisdag,
        Laatstedagen.Gehoord Dagen,
        string? Behandelaar,
        LocalDate? IngebrekeOp,
        LocalDate? VaststellingIngebrekeOp
    );

    internal sealed record Rij(
        Instant Moment,
        Guid Bericht,
        string Stap,
        string Wie,
        string? Namens,
        decimal? Bedrag,
        string? Uitleg,
        string? Eerdere = null,
        string? Besluit = null,
        LocalDate? Dag = null,
        long? Versie = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/zaken/{zaaknummer}",
                async (
                    Zaaknummer zaaknummer,
                    Contextregister contexten,
                    Regelbron<ZakenContext> regelbron,
                    Aanroep aanroep,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var bron = contexten.Van(typeof(ZakenContext)).Bron;
                    var leestNamen = ZakenZoeken.Mag(persoon, aanroep) != ZakenZoeken.Bereik.Niets;
                    return await Zoek(bron, zaaknummer, aanroep.AlleenVan, leestNamen, ct) is { } kop
                        ? Uitkomst.Ok(
                            Van(kop, await Rijen(bron, kop.Beeld, leestNamen, ct), await regelbron.Nu(ct), moment.Nu, aanroep.AlleenVan)
                        )
                        : Weigering.NietGevonden(zaaknummer);
                }
            )
            .Geeft<Zaakbeeld>()
            .LegtInzageVast("zaak")
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

    /// <summary>By the rules of now, or of when it was decided on.</summary>
    private static Zaakbeeld Van(Kop kop, IReadOnlyList<Rij> rijen, Regelstanden regels, Instant nu, string? alleenVan)
    {
        var besloten = rijen.Where(r => r.Stap is Stapcode.SubsidieVerleend or Stapcode.AanvraagAfgewezen).Select(r => r.Moment);
        var versie = regels.Versie(kop.Beeld.Regelversie, besloten.Append(nu).Min());
        var bezwaren = Bezwaarbeeld.Van(rijen);
        var vandaag = Moment.Dag(nu);
        var dwangsommen = Dwangsommen.Van(kop.Beeld.Status, kop.IngebrekeOp, kop.VaststellingIngebrekeOp, rijen, versie, vandaag);
        var beeld = kop.Beeld with
        {
            Stappen = Stappen(rijen, versie, kop.Beslisdag.Aanvragertype, kop.Dagen.Wijze, alleenVan),
            BeslissenUiterlijk = kop.Beslisdag.Van(versie),
            LaatsteDagen = Laatstedagen.Van(kop.Beeld.Status, kop.Dagen, rijen.ToLookup(r => r.Stap, r => r.Besluit), versie) with
            {
                BeslissingOpBezwaar = bezwaren.Where(b => b.Stand == Bezwaarstand.Loopt).Min(b => b.BeslissenUiterlijk),
                Beroep = bezwaren.Max(b => b.BeroepTot),
            },
            Bezwaren = bezwaren.Count == 0 ? null : bezwaren,
            Besluiten = Besluitstand.Van(kop.Beeld, kop.Beslisdag, kop.Dagen, rijen, dwangsommen, versie, vandaag),
        };
        return alleenVan is not null
            ? beeld
            : beeld with
            {
                Behandelaar = kop.Behandelaar,
                Ingebreke = dwangsommen.Aanvraag,
                VaststellingIngebreke = dwangsommen.Vaststelling,
                WijzigingenIngebreke = dwangsommen.Wijzigingen.Count == 0 ? null : dwangsommen.Wijzigingen,
                Bezwaren = beeld.Bezwaren?.Select(b => b.MetDwangsom(versie, vandaag)).ToList(),
            };
    }

    /// <summary>
    /// Steps by moment. What has the same moment stands in the order in which it was said (an effect is said after its cause), and what was
    /// said together in the order of a case's life.
    /// </summary>
    /// <param name="wijze">How the recipient accounts; null while nothing was awarded.</param>
    internal static IReadOnlyList<Stapbeeld> Stappen(
        IEnumerable<Rij> rijen,
        Regelversie versie,
        string? aanvragertype,
        string? wijze,
        string? alleenVan
    )
    {
        return
        [
            .. rijen
                .Where(r => alleenVan is null || Eigenstap.Van(r.Stap) is not { VanUitvoering: true })
                .OrderBy(r => r.Moment)
                .ThenBy(r => Gezegd(r.Bericht))
                .ThenBy(r => Levensloop(r.Stap))
                .ThenBy(r => r.Bericht)
                .Select(r =>
                {
                    var (titel, artikel) = Benoemd(r.Stap, versie, aanvragertype, wijze);
                    return new Stapbeeld(
                        r.Moment,
                        r.Stap,
                        titel,
                        Wie(r, alleenVan),
                        artikel,
                        r.Bedrag,
                        r.Uitleg,
                        alleenVan is null ? r.Eerdere : null
                    );
                }),
        ];
    }

    private static (string Titel, string Artikel) Benoemd(string code, Regelversie versie, string? aanvragertype, string? wijze)
    {
        var verzoek = Verzoekbrief.VanStap(code);
        var grond = verzoek?.Grond ?? code;
        if (Eigenstap.Van(grond) is { } eigen)
        {
            return (verzoek?.Titel ?? eigen.Titel, eigen.Artikel);
        }
        var stap = versie.Stap(grond);
        return (verzoek?.Titel ?? stap.Titel, Artikel(stap, versie, aanvragertype, wijze));
    }

    /// <summary>
    /// An award and its advance have an article for each type of applicant, and a settlement one for each way in which it comes.
    /// </summary>
    private static string Artikel(Regels.Stap stap, Regelversie versie, string? aanvragertype, string? wijze) =>
        (stap.Code, aanvragertype) switch
        {
            (Stapcode.SubsidieVerleend, { } type) when versie.Aanvragertypen.Contains(type) => Verleningsartikel.Besluit(versie, type),
            (Stapcode.VoorschotToegekend, { } type) when versie.Aanvragertypen.Contains(type) => Verleningsartikel.Voorschot(versie, type),
            (Stapcode.SubsidieVastgesteld, _) when wijze is not null => Verantwoordingswijze.Vaststellingsartikel(versie, wijze),
            _ => stap.Artikel,
        };

    // A message id begins with the milliseconds at which its event was made (version 7).
    private static string Gezegd(Guid bericht) => bericht.ToString("N")[..12];

    private static int Levensloop(string stap) => Stapcode.Alle.TakeWhile(code => code != stap).Count();

    private static string Wie(Rij rij, string? alleenVan) =>
        alleenVan is null || rij.Namens == alleenVan || rij.Wie == Aanroep.Systeem ? rij.Wie : Uitvoering;
}
