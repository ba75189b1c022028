using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>The changes that were asked in a case and what was decided on each. What is proposed and by whom, only employees see.</summary>
public static class WijzigingenTonen
{
    /// <param name="Bedrag">Euro.</param>
    public sealed record Deel(string Code, decimal Bedrag);

    /// <param name="Titel">As people read it.</param>
    /// <param name="Bedrag">Euro, before the surcharge.</param>
    public sealed record Postbeeld(string Activiteit, string Code, string Titel, decimal Bedrag);

    /// <param name="Hash">What is signed.</param>
    /// <param name="Argument">Absent when it was destroyed.</param>
    /// <param name="WaaromNiet">Why it cannot be signed, or not by the caller; absent when they can.</param>
    /// <param name="Toetreding">What was confirmed of who leaves, joins or takes over.</param>
    public sealed record Voorstelbeeld(
        string Hash,
        string Uitkomst,
        string Door,
        Instant Op,
        string? Grond = null,
        string? Argument = null,
        string? WaaromNiet = null,
        Toetreding? Toetreding = null
    );

    /// <param name="TeLaat">Whether it was decided after the last day of the term.</param>
    /// <param name="Grondtitel">The ground of a refusal in words.</param>
    /// <param name="Versienummer">Of the award as it was restated by it; absent of a refusal.</param>
    /// <param name="Ondertekenaars">Pseudonyms; left out for an applicant.</param>
    public sealed record Besluitbeeld(
        string Nummer,
        LocalDate Datum,
        string Uitkomst,
        bool TeLaat,
        string? Grond = null,
        string? Grondtitel = null,
        string? Artikel = null,
        string? Argument = null,
        int? Versienummer = null,
        IReadOnlyList<string>? Ondertekenaars = null
    );

    /// <param name="Stand">gevraagd, voorgesteld, ingetrokken, toegewezen or afgewezen; an applicant does not see that it is proposed.</param>
    /// <param name="Reden">Why it is asked; absent when it was destroyed.</param>
    /// <param name="Verdeling">What each party would receive, by KVK number.</param>
    /// <param name="Activiteiten">What each activity would weigh.</param>
    /// <param name="Terugzending">Why the last proposal went back; left out for an applicant.</param>
    /// <param name="Gronden">On which it can be refused now; left out for an applicant, and when it is decided on or withdrawn.</param>
    /// <param name="BeslissenUiterlijk">The last day to decide; a later one when the recipient was told so in time.</param>
    /// <param name="VerwachtOp">That later day; absent when none was told.</param>
    /// <param name="Dwangsom">For deciding late; left out for an applicant, and without a reminder that holds.</param>
    /// <param name="Posten">What each item would be of the activities of which that is told.</param>
    /// <param name="Groeit">What each party would receive above what it has now; left out for an applicant, and when it is decided on or withdrawn.</param>
    /// <param name="Samenstelling">What is to be confirmed when it is granted; absent where no party leaves or joins, and where <c>Groeit</c> is.</param>
    public sealed record Regel(
        string Nummer,
        string Soort,
        string Titel,
        string Stand,
        Instant GevraagdOp,
        LocalDate BeslissenUiterlijk,
        string Termijnartikel,
        IReadOnlyList<string> Documenten,
        string? Reden = null,
        LocalDate? NieuwEinde = null,
        string? Partij = null,
        IReadOnlyList<Deel>? Verdeling = null,
        IReadOnlyList<Deel>? Activiteiten = null,
        Voorstelbeeld? Voorstel = null,
        string? Terugzending = null,
        Besluitbeeld? Besluit = null,
        IReadOnlyList<string>? Gronden = null,
        Wijzigingsdwangsom? Dwangsom = null,
        IReadOnlyList<Deel>? Groeit = null,
        LocalDate? VerwachtOp = null,
        IReadOnlyList<Postbeeld>? Posten = null,
        Samenstellingseis? Samenstelling = null
    );

    /// <param name="UitersteEinde">The last day to which the period can be extended, all extensions together.</param>
    /// <param name="Aandelen">What each activity weighs in the subsidy now; absent when the award did not tell.</param>
    /// <param name="Posten">What each item of costs is now, also when that is nothing; absent when it is known of no activity.</param>
    public sealed record Beeld(
        string Zaaknummer,
        LocalDate PeriodeTot,
        LocalDate UitersteEinde,
        IReadOnlyList<Regel> Wijzigingen,
        IReadOnlyList<Deel>? Aandelen = null,
        IReadOnlyList<Postbeeld>? Posten = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/wijzigingen", Voer)
            .Geeft<Beeld>()
            .LegtInzageVast("wijzigingen")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verleningen.Lees(zaaknummer, ct) is not { Verleend: not null } gelezen)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var teksten = await Inhouden.Lees(eenheid.Sessie, gelezen.Wijzigingen.SelectMany(Verwijzingen), ct);
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        var medewerker = persoon.KvkNummer is null;
        return await verleningen.Toon(
            zaaknummer,
            verlening => Van(verlening, teksten, medewerker ? persoon.Onderwerp : null, regels, nu, metBelang),
            ct
        );
    }

    /// <param name="medewerker">Pseudonym of the employee who looks; null for an applicant.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case.</param>
    private static Beeld Van(
        Verlening verlening,
        Inhouden teksten,
        string? medewerker,
        Regelstanden regels,
        Instant nu,
        IReadOnlyCollection<string> metBelang
    )
    {
        var verleend = verlening.Verleend!;
        var versie = regels.Versie(verleend.Regelversie, nu);
        return new(
            verlening.Id,
            verleend.PeriodeTot,
            Wijzigingsgevolg.UitersteEinde(verleend, Wijzigingsgevolg.Aanvragertype(verlening), versie),
            [
                .. verlening.Wijzigingen.Select(w =>
                    Toon(
                        w,
                        teksten,
                        medewerker is not null,
                        regels,
                        medewerker is not null && w.Voorstel is { } voorstel
                            ? WijzigingOndertekenen
                                .Beslis(verlening.Id, verlening, w.Wijziging, voorstel.Voorstelhash, medewerker, regels, nu, metBelang)
                                .Weigering?.Uitleg
                            : null
                    ) with
                    {
                        Gronden = medewerker is not null && w.Open ? Wijzigingspoort.Gronden(verlening, w.Gevraagd.Vraag.Soort) : null,
                        Groeit = medewerker is not null && w.Open ? Delen(Partijgevolg.Van(verlening, w.Gevraagd.Vraag).Groei) : null,
                        Samenstelling =
                            medewerker is not null && w.Open && Partijgevolg.Van(verlening, w.Gevraagd.Vraag).Wisselt
                                ? Samenstellingseis.Van(versie)
                                : null,
                        Dwangsom = medewerker is not null ? Wijzigingsdwangsom.Van(w, versie, Moment.Dag(nu)) : null,
                    }
                ),
            ],
            Delen(verleend.Aandelen),
            Posten(verleend.Posten, versie)
        );
    }

    private static Regel Toon(Wijzigingsverzoek w, Inhouden teksten, bool medewerker, Regelstanden regels, string? waaromNiet)
    {
        var (gevraagd, vraag) = (w.Gevraagd, w.Gevraagd.Vraag);
        var versie = regels.Toen(gevraagd.Regelhash).Versie(gevraagd.Regelversie, gevraagd.Op);
        var tekst = teksten.Zoek<Wijzigingstekst>(gevraagd.Toelichting);
        return new(
            w.Wijziging,
            vraag.Soort,
            Wijzigingssoort.Titel(vraag.Soort),
            Stand(w, medewerker),
            gevraagd.Op,
            w.BeslissenUiterlijk,
            w.Vertraagd is null ? versie.Termijn(Termijncode.BeslistermijnWijziging).Artikel : WijzigingVertragen.Termijnartikel,
            tekst?.Documenten ?? [],
            tekst?.Reden,
            vraag.NieuwEinde,
            vraag.Partij,
            Delen(vraag.Partijen),
            Delen(vraag.Aandelen),
            medewerker && w.Voorstel is { } v
                ? new(v.Voorstelhash, v.Uitkomst, v.Door, v.Op, v.Grond, teksten.Zoek<Reden>(v.Argument)?.Tekst, waaromNiet, v.Toetreding)
                : null,
            medewerker && w.Teruggezonden is { } terug ? teksten.Zoek<Reden>(terug.Reden)?.Tekst : null,
            w.Besloten is { } besloten ? Besluit(besloten, teksten, medewerker, regels) : null,
            VerwachtOp: w.Vertraagd?.VerwachtOp,
            Posten: Posten(vraag.Posten, versie)
        );
    }

    private static Besluitbeeld Besluit(WijzigingBesloten b, Inhouden teksten, bool medewerker, Regelstanden regels)
    {
        var versie = regels.Toen(b.Regelhash).Versie(b.Regelversie, b.Op);
        return new(
            b.Besluit,
            b.Besluitdatum,
            b.Uitkomst,
            b.Besluitdatum > b.BeslissenUiterlijk,
            b.Grond,
            b.Grond is { } grond ? Wijzigingsgrond.Titel(grond) : null,
            b.Grond is { } g ? Wijzigingsgrond.Artikel(versie, g) : null,
            teksten.Zoek<Reden>(b.Argument)?.Tekst,
            b.Versienummer,
            medewerker ? b.Ondertekenaars : null
        );
    }

    private static string Stand(Wijzigingsverzoek w, bool medewerker) =>
        w switch
        {
            { Geldend: { } besloten } => besloten.Uitkomst,
            { Ingetrokken: not null } => "ingetrokken",
            { Voorstel: not null } when medewerker => "voorgesteld",
            _ => "gevraagd",
        };

    internal static IReadOnlyList<Deel>? Delen(IReadOnlyDictionary<string, decimal>? delen) =>
        delen is null ? null : [.. delen.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new Deel(d.Key, d.Value))];

    /// <summary>Of the activities that are paid by their costs.</summary>
    private static IReadOnlyList<Postbeeld>? Posten(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? posten,
        Regelversie versie
    ) =>
        posten is null
            ? null
            :
            [
                .. from activiteit in posten.OrderBy(a => a.Key, StringComparer.Ordinal)
                where Vaststellingsberekening.HeeftKosten(versie, activiteit.Key)
                from post in Begrotingspost.Kosten
                select new Postbeeld(activiteit.Key, post, Begrotingspost.Titel(post), activiteit.Value.GetValueOrDefault(post)),
            ];

    private static IEnumerable<Verwijzing> Verwijzingen(Wijzigingsverzoek w)
    {
        yield return w.Gevraagd.Toelichting;
        if (w.Voorstel is { } voorstel)
        {
            yield return voorstel.Argument;
        }
        if (w.Teruggezonden is { } terug)
        {
            yield return terug.Reden;
        }
        if (w.Besloten is { } besloten)
        {
            yield return besloten.Argument;
        }
    }
}
