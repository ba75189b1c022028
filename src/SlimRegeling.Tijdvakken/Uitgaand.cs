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
                Gewijzigd(stroom, e.Aanvragertype, e.Opent, e.Sluit, e.Plafond, e.Volgorde, e.Regelversie, e.Op, e.RegistratieVanaf),
            ],
            TijdvakGewijzigd e => Gewijzigd(stroom, e.Aanvragertype, e.Volgorde, e.Regelversie, e.Wordt, e.Op),
            BudgetVerplaatst e => Gewijzigd(stroom, e.Aanvragertype, e.Volgorde, e.Regelversie, e.Wordt, e.Op),
            LijstVastgelegd e => Uitgesloten(stroom, e.Uitgesloten ?? [], e.Op),
            Gerangschikt e => Gerangschikt(stroom, e.Plaatsen(), e.Vertrokken ?? [], e.Op),
            Herloot e => Gerangschikt(stroom, Plaats.Van(e.Zaaknummers, 1, e.Binnen), e.Vertrokken, e.Op, e.Herloting),
            GelijkenGeloot e => Gerangschikt(stroom, Plaats.Van(e.Zaaknummers, e.Vanaf, e.Binnen), [], e.Op),
            InVolgordeGeplaatst e => Geplaatst(e),
            WachtlijstGesloten e => [new BudgetVerdelenBericht(stroom, e.Op)],
            BudgetGereserveerd e => [new BudgetGereserveerdBericht(stroom, e.Tijdvak, e.Bedrag, e.Op, e.Gedeeltelijk)],
            ReserveringVerlaagd { Tijdvak: { } tijdvak } e =>
            [
                new BudgetGereserveerdBericht(stroom, tijdvak, e.Bedrag, e.Op, Terug: e.Terug),
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
                    e.Op
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
        Instant op,
        int? herloting = null
    ) => [.. Rangen(tijdvak, plaatsen.ExceptBy(vertrokken, p => p.Zaaknummer), op, herloting), new BudgetVerdelenBericht(tijdvak, op)];

    private static IEnumerable<object> Geplaatst(InVolgordeGeplaatst e) =>
        Rangen(e.Tijdvak, Plaats.Van(e.Zaaknummers, e.Vanaf, e.Binnen), e.Op, e.Herloting).Concat(Uitgesloten(e.Tijdvak, e.Uitgesloten, e.Op));

    private static IEnumerable<object> Rangen(string tijdvak, IEnumerable<Plaats> plaatsen, Instant op, int? herloting) =>
        plaatsen.Select(p => new AanvraagGerangschiktBericht(p.Zaaknummer, tijdvak, p.Rang, p.BinnenPlafond, op, herloting));

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
                inhoud.RegistratieVanaf
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
        Instant? registratieVanaf
    ) =>
        new(
            tijdvak,
            aanvragertype,
            opent,
            sluit,
            plafond,
            volgorde == Volgorde.Loting ? "loting" : "binnenkomst",
            regelversie,
            op,
            registratieVanaf
        );
}
