using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>The claims: for finance all of them, with what to do next; for the recipient their own, from the decision on.</summary>
public static partial class VorderingenTonen
{
    /// <summary>What lies ready to be signed.</summary>
    /// <param name="Hash">What is signed.</param>
    /// <param name="Handtekeningen">Pseudonyms of who signed so far.</param>
    /// <param name="Nodig">How many others sign in all.</param>
    /// <param name="Argument">Absent when it was destroyed, and in a list.</param>
    public sealed record Voorstelbeeld(
        Vorderingsbesluit Soort,
        string Besluit,
        decimal Bedrag,
        string Hash,
        string Door,
        Instant Op,
        IReadOnlyList<string> Handtekeningen,
        int Nodig,
        string? Argument = null,
        LocalDate? Tot = null,
        string? Betaalopdracht = null,
        IReadOnlyList<Termijnbetaling>? Termijnen = null
    );

    /// <summary>Money that came in, or was set off.</summary>
    public sealed record Ontvangst(LocalDate Dag, Toerekening Toegerekend, string Kenmerk);

    /// <param name="Hoofdsom">What is claimed of the sum itself, paid or not, in euro.</param>
    /// <param name="Grondslag">The decision from which it follows that there is something to claim back.</param>
    /// <param name="Rente">What ran up until today for paying late, whether it was set or not, in euro.</param>
    /// <param name="Achterstand">Instalments that were missed, together, in euro.</param>
    /// <param name="Volgende">What to do now, in words.</param>
    /// <param name="Verjaart">The last day on which it can be enforced, counted through today; absent while there is no term.</param>
    /// <param name="BelemmeringDoor">Pseudonym of who noted it: another says that it is over.</param>
    /// <param name="HerinnerdOp">The day on which the recipient was told that the last day comes near; absent while nobody was.</param>
    /// <param name="ErkendOp">The last day on which the debtor recognised it.</param>
    /// <param name="VerjaartBinnenkort">Whether what stands open cannot be enforced any more within half a year, or now.</param>
    /// <param name="Teruggegeven">Interest that was paid, was never owed and is paid back, in euro; absent when there is none.</param>
    /// <param name="Terugzending">Why the last proposal went back; absent when none did, or another came, and in a list.</param>
    public sealed record Beeld(
        string Vordering,
        string Zaaknummer,
        string Tijdvak,
        string KvkNummer,
        Vorderingstand Stand,
        string Grondslag,
        decimal Hoofdsom,
        Toerekening Open,
        Toerekening Ontvangen,
        Toerekening Afgeboekt,
        decimal Rente,
        string Volgende,
        Instant Ontstaan,
        Instant? BeslotenOp = null,
        LocalDate? Uiterlijk = null,
        LocalDate? Aanmaningstermijn = null,
        LocalDate? Verjaart = null,
        decimal? Achterstand = null,
        IReadOnlyList<Termijnbetaling>? Regeling = null,
        string? Dwangbevel = null,
        LocalDate? BetekendOp = null,
        Belemmering? Belemmering = null,
        Voorstelbeeld? Voorstel = null,
        string? Terugzending = null,
        IReadOnlyList<Ontvangst>? Ontvangsten = null,
        string? BelemmeringDoor = null,
        LocalDate? HerinnerdOp = null,
        LocalDate? ErkendOp = null,
        bool VerjaartBinnenkort = false,
        decimal? Teruggegeven = null
    );

    private static readonly Period Binnenkort = Period.FromMonths(6);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/vorderingen", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("vorderingen")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/vorderingen/{vordering}", Een)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("vordering")
            .Geeft<Beeld>();
        api.MapGet("/betaalzaken/{zaaknummer}/vorderingen", Eigen)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden)
            .LegtInzageVast("vorderingen")
            .Geeft<Zaakbeeld>();
    }

    /// <param name="zaaknummer">Of one case only.</param>
    /// <param name="verjaartBinnenkort">Only those that cannot be enforced any more within half a year, or now; the first to lapse first.</param>
    private static async Task<Uitkomst> Lijst(
        string? zaaknummer,
        bool? verjaartBinnenkort,
        Werkeenheid<BetalingenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var versie = Geldschuldregels.Op(await regelbron.Nu(ct), moment.Nu);
        var gevonden = zaaknummer is null
            ? await eenheid.Sessie.QueryAsync<Vordering>("order by id", ct)
            : await eenheid.Sessie.QueryAsync<Vordering>("where data -> 'ontstaan' ->> 'zaaknummer' = ? order by id", ct, zaaknummer);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var beelden = gevonden.Where(v => !gesloten.Contains(v.Zaaknummer)).Select(v => Van(v, versie, moment.Vandaag)).ToList();
        if (verjaartBinnenkort == true)
        {
            beelden = [.. beelden.Where(b => b.VerjaartBinnenkort).OrderBy(b => b.Verjaart).ThenBy(b => b.Vordering, StringComparer.Ordinal)];
        }
        return Uitkomst.Ok(beelden) with { Zaken = [.. beelden.Select(b => b.Zaaknummer)] };
    }

    private static async Task<Uitkomst> Een(
        string vordering,
        Stroom<Vordering> vorderingen,
        Werkeenheid<BetalingenContext> eenheid,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await vorderingen.Lees(vordering, ct) is not { } gelezen)
        {
            return Weigering.NietGevonden(vordering);
        }
        var versie = Geldschuldregels.Op(await regelbron.Nu(ct), moment.Nu);
        var argument = gelezen.Voorstel is { } voorstel ? await eenheid.Lees<Vorderingstekst>(voorstel.Voorstel.Tekst, ct) : null;
        var terug = gelezen.Teruggezonden is { } teruggezonden ? await eenheid.Lees<Reden>(teruggezonden.Reden, ct) : null;
        return await vorderingen.Toon(
            vordering,
            v =>
            {
                var beeld = Van(v, versie, moment.Vandaag);
                return beeld with
                {
                    Voorstel = beeld.Voorstel is null ? null : beeld.Voorstel with { Argument = argument?.Argument },
                    Terugzending = terug?.Tekst,
                };
            },
            ct
        ) with
        {
            Zaak = gelezen.Zaaknummer,
        };
    }

    public static Beeld Van(Vordering v, Regelversie versie, LocalDate vandaag)
    {
        var verjaart = v.Open.Totaal > 0 ? v.Verjaart(versie, vandaag) : null;
        return new(
            v.Id,
            v.Zaaknummer,
            v.Ontstaan.Tijdvak,
            v.KvkNummer,
            v.Stand(vandaag),
            v.Ontstaan.Besluit,
            v.Hoofdsom,
            v.Open,
            v.Ontvangen,
            v.Afgeboekt,
            v.Rente(versie, vandaag),
            v.Voorstel is null && verjaart < vandaag ? Voorstelpoort.Verjaard(v, versie, vandaag)!.Uitleg : Vervolg.Van(v, vandaag),
            v.Ontstaan.Op,
            v.Besloten?.Op,
            v.Termijn?.Uiterlijk,
            v.Aanmaningstermijn?.Uiterlijk,
            v.Verjaart(versie, vandaag),
            v.Achterstand(vandaag) is > 0 and var achterstand ? achterstand : null,
            v.Regeling?.Termijnen,
            v.Dwangbevel?.Besluit,
            v.Betekend?.Dag,
            v.Belemmerd?.Soort,
            Lig(v),
            Ontvangsten: Ontvangen(v),
            BelemmeringDoor: v.Belemmerd?.Door,
            HerinnerdOp: v.Herinnerd is { } herinnerd ? Moment.Dag(herinnerd.Op) : null,
            ErkendOp: v.Erkenningen.Select(e => (LocalDate?)e.Dag).Max(),
            VerjaartBinnenkort: verjaart <= vandaag + Binnenkort,
            Teruggegeven: v.Teruggaven.Sum(t => t.Bedrag) is > 0 and var teruggegeven ? teruggegeven : null
        );
    }

    private static Voorstelbeeld? Lig(Vordering v) =>
        v.Voorstel is { Voorstel: var voorstel } gedaan
            ? new(
                voorstel.Soort,
                voorstel.Besluit,
                voorstel.Bedrag,
                gedaan.Hash,
                voorstel.Door,
                voorstel.Op,
                v.Handtekeningen,
                Voorstelpoort.Handtekeningen(voorstel.Soort),
                Tot: voorstel.Tot,
                Betaalopdracht: voorstel.Betaalopdracht,
                Termijnen: voorstel.Termijnen
            )
            : null;

    private static List<Ontvangst> Ontvangen(Vordering v) =>
        [
            .. v
                .Betalingen.Select(b => new Ontvangst(b.Dag, b.Toegerekend, b.Mutatie))
                .Concat(v.Verrekeningen.Select(b => new Ontvangst(b.Dag, b.Toegerekend, b.Besluit)))
                .OrderBy(o => o.Dag),
        ];
}
