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
                new TijdvakGewijzigdBericht(
                    stroom,
                    e.Aanvragertype,
                    e.Opent,
                    e.Sluit,
                    e.Plafond,
                    e.Volgorde == Volgorde.Loting ? "loting" : "binnenkomst",
                    e.Regelversie,
                    e.Op,
                    e.RegistratieVanaf
                ),
            ],
            LijstVastgelegd e => Uitgesloten(stroom, e.Uitgesloten ?? [], e.Op),
            Gerangschikt e => Gerangschikt(stroom, e.Plaatsen(), e.Vertrokken ?? [], e.Op),
            Herloot e => Gerangschikt(stroom, Plaats.Van(e.Zaaknummers, 1, e.Binnen), e.Vertrokken, e.Op),
            GelijkenGeloot e => Gerangschikt(stroom, Plaats.Van(e.Zaaknummers, e.Vanaf, e.Binnen), [], e.Op),
            InVolgordeGeplaatst e => Geplaatst(e),
            WachtlijstGesloten e => [new BudgetVerdelenBericht(stroom, e.Op)],
            BudgetGereserveerd e => [new BudgetGereserveerdBericht(stroom, e.Tijdvak, e.Bedrag, e.Op, e.Gedeeltelijk)],
            ReserveringVerlaagd { Tijdvak: { } tijdvak } e => [new BudgetGereserveerdBericht(stroom, tijdvak, e.Bedrag, e.Op)],
            // Of a refusal or withdrawal the others know already.
            ReserveringVrijgegeven { Tijdvak: { } tijdvak, Reden: "aanvulling-gevraagd" or "herloting" } e =>
            [
                new BudgetVrijgegevenBericht(stroom, tijdvak, e.Reden, e.Op),
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
        Instant op
    ) => [.. Rangen(tijdvak, plaatsen.ExceptBy(vertrokken, p => p.Zaaknummer), op), new BudgetVerdelenBericht(tijdvak, op)];

    private static IEnumerable<object> Geplaatst(InVolgordeGeplaatst e) =>
        Rangen(e.Tijdvak, Plaats.Van(e.Zaaknummers, e.Vanaf, e.Binnen), e.Op).Concat(Uitgesloten(e.Tijdvak, e.Uitgesloten, e.Op));

    private static IEnumerable<object> Rangen(string tijdvak, IEnumerable<Plaats> plaatsen, Instant op) =>
        plaatsen.Select(p => new AanvraagGerangschiktBericht(p.Zaaknummer, tijdvak, p.Rang, p.BinnenPlafond, op));

    private static IEnumerable<object> Uitgesloten(string tijdvak, IReadOnlyList<Uitsluiting> uitsluitingen, Instant op) =>
        uitsluitingen.Select(u => new AanvraagUitgeslotenBericht(u.Zaaknummer, tijdvak, u.Reden, u.Eerdere, op));
}
