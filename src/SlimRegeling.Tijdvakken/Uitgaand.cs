using NodaTime;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Tijdvakken.Regelversies;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>Which messages follow from which event.</summary>
public static class Uitgaand
{
    public static IEnumerable<object> Berichten(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            TijdvakVastgesteld e =>
            [
                Gewijzigd(
                    stroom,
                    e.Aanvragertype,
                    e.Opent,
                    e.Sluit,
                    e.Plafond,
                    e.Volgorde,
                    e.Regelversie,
                    e.Op,
                    e.RegistratieVanaf,
                    e.Overschrijding
                ),
            ],
            TijdvakGewijzigd e => Gewijzigd(stroom, e.Aanvragertype, e.Volgorde, e.Regelversie, e.Wordt, e.Op),
            BudgetVerplaatst e => Gewijzigd(stroom, e.Aanvragertype, e.Volgorde, e.Regelversie, e.Wordt, e.Op),
            LijstVastgelegd e => Uitgesloten(stroom, e.Uitgesloten ?? [], e.Op),
            Gerangschikt e => Gerangschikt(
                stroom,
                e.Plaatsen(),
                e.Vertrokken ?? [],
                e.Zaad is null ? Rangwijze.ZonderLoting : Rangwijze.Loting,
                e.Op
            ),
            Herloot e => Gerangschikt(stroom, Plaats.Van(e.Zaaknummers, 1, e.Binnen), e.Vertrokken, Rangwijze.Loting, e.Op, e.Herloting),
            GelijkenGeloot e => Gerangschikt(stroom, Plaats.Van(e.Zaaknummers, e.Vanaf, e.Binnen), [], Rangwijze.GelijkenGeloot, e.Op),
            InVolgordeGeplaatst e => Geplaatst(e),
            WachtlijstGesloten e => [new BudgetVerdelenBericht(stroom, e.Op)],
            BudgetGereserveerd e => [new BudgetGereserveerdBericht(stroom, e.Tijdvak, e.Bedrag, e.Op, e.Gedeeltelijk)],
            ReserveringVerlaagd { Tijdvak: { } tijdvak } e =>
            [
                new BudgetGereserveerdBericht(stroom, tijdvak, e.Bedrag, e.Op, Terug: e.Terug),
            ],
            ReserveringVastgelegd { Bezwaar: { } bezwaar } e =>
            [
                new BezwaarbudgetVastgelegdBericht(stroom, bezwaar, e.Besluit, e.Bedrag, e.Op),
            ],
            ReserveringIngetrokken e => [new BezwaarbudgetVastgelegdBericht(stroom, e.Besluit, e.Besluit, e.Gereserveerd, e.Op)],
            BezwaarbudgetGereserveerd e =>
            [
                new BezwaarbudgetGereserveerdBericht(stroom, e.Tijdvak, e.Bezwaar, e.Bedrag, e.Op, Voorstel: e.Voorstel),
            ],
            // Of a refusal or withdrawal the others know already.
            ReserveringVrijgegeven { Tijdvak: { } tijdvak, Reden: "aanvulling-gevraagd" or "herloting" } e =>
            [
                new BudgetVrijgegevenBericht(stroom, tijdvak, e.Reden, e.Op, e.Terug),
            ],
            BudgetOntoereikend e =>
            [
                new BudgetOntoereikendBericht(
                    stroom,
                    e.Tijdvak,
                    e.KvkNummer,
                    e.Aanvragertype,
                    e.Regelversie,
                    e.Gevraagd,
                    e.Ontvangen,
                    e.TijdvakSluit,
                    e.Reden,
                    e.Ondertekenaars,
                    e.Op,
                    e.Volgorde is { } volgorde ? Naam(volgorde) : null
                ),
            ],
            ParameterBevestigd e =>
            [
                new ParameterGewijzigdBericht(
                    e.Regelversie,
                    e.Volgnummer,
                    e.Sectie,
                    e.Code,
                    null,
                    e.Bron,
                    e.Toelichting,
                    e.GeldtVanaf,
                    e.Op
                ),
            ],
            ParameterGewijzigd e =>
            [
                new ParameterGewijzigdBericht(
                    e.Regelversie,
                    e.Volgnummer,
                    e.Sectie,
                    e.Code,
                    e.Waarde,
                    e.Bron,
                    e.Toelichting,
                    e.GeldtVanaf,
                    e.Op
                ),
            ],
            _ => [],
        };

    private static IEnumerable<object> Gerangschikt(
        string tijdvak,
        IEnumerable<Plaats> plaatsen,
        IReadOnlyList<string> vertrokken,
        string wijze,
        Instant op,
        int? herloting = null
    ) =>
        [
            .. plaatsen.ExceptBy(vertrokken, p => p.Zaaknummer).Select(p => Rang(tijdvak, p, wijze, op, herloting)),
            new BudgetVerdelenBericht(tijdvak, op),
        ];

    private static IEnumerable<object> Geplaatst(InVolgordeGeplaatst e)
    {
        var aangevuld = e.Aangevuld?.ToHashSet() ?? [];
        return Plaats
            .Van(e.Zaaknummers, e.Vanaf, e.Binnen)
            .Select(p => Rang(e.Tijdvak, p, Rangwijze.Van(e.Volgorde, aangevuld.Contains(p.Zaaknummer)), e.Op, e.Herloting))
            .Concat(Uitgesloten(e.Tijdvak, e.Uitgesloten, e.Op));
    }

    private static AanvraagGerangschiktBericht Rang(string tijdvak, Plaats plaats, string? wijze, Instant op, int? herloting) =>
        new(plaats.Zaaknummer, tijdvak, plaats.Rang, plaats.BinnenPlafond, op, wijze, herloting);

    private static IEnumerable<object> Uitgesloten(string tijdvak, IReadOnlyList<Uitsluiting> uitsluitingen, Instant op) =>
        uitsluitingen.Select(u => new AanvraagUitgeslotenBericht(u.Zaaknummer, tijdvak, u.Reden, u.Eerdere, op));

    /// <summary>More money, or another rule for who does not fit, may give someone who waits a turn.</summary>
    private static IEnumerable<object> Gewijzigd(
        string tijdvak,
        string aanvragertype,
        Volgorde volgorde,
        string regelversie,
        Tijdvakinhoud inhoud,
        Instant op
    ) =>
        [
            Gewijzigd(
                tijdvak,
                aanvragertype,
                inhoud.Opent,
                inhoud.Sluit,
                inhoud.Plafond,
                volgorde,
                regelversie,
                op,
                inhoud.RegistratieVanaf,
                inhoud.Overschrijding
            ),
            new BudgetVerdelenBericht(tijdvak, op),
        ];

    private static TijdvakGewijzigdBericht Gewijzigd(
        string tijdvak,
        string aanvragertype,
        Instant opent,
        Instant sluit,
        decimal plafond,
        Volgorde volgorde,
        string regelversie,
        Instant op,
        Instant? registratieVanaf,
        Overschrijding? overschrijding
    ) =>
        new(
            tijdvak,
            aanvragertype,
            opent,
            sluit,
            plafond,
            Naam(volgorde),
            regelversie,
            op,
            registratieVanaf,
            overschrijding?.ToString().ToLowerInvariant()
        );

    private static string Naam(Volgorde volgorde) => volgorde == Volgorde.Loting ? "loting" : "binnenkomst";
}

/// <summary>How a rank came about, as it is told to others.</summary>
internal static class Rangwijze
{
    public const string Loting = "loting";
    public const string ZonderLoting = "zonder-loting";
    public const string GelijkenGeloot = "gelijken-geloot";

    /// <summary>Of a rank that was given out as the next one; null when it is not known.</summary>
    public static string? Van(Volgorde? volgorde, bool aangevuld) =>
        volgorde switch
        {
            Volgorde.Loting => "achteraan",
            Volgorde.Binnenkomst when aangevuld => "aanvulling",
            Volgorde.Binnenkomst => "ontvangst",
            _ => null,
        };
}
