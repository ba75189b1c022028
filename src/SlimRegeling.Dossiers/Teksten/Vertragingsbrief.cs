using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>
/// The decision on an application, or on a request for the settlement, comes later than the law says (4:14, first paragraph, Awb). It is no decision, so
/// no objection is open against it (6:3 Awb); what the applicant can do about the delay it tells. Of a change that was asked no law sets the term, and this letter moves it (third paragraph).
/// </summary>
internal static class Vertragingsbrief
{
    public static readonly Briefvelden Velden = Met(g => (Aanvraag(g).BeslissenUiterlijk, Aanvraag(g).VerwachtOp));

    public static readonly Briefvelden VanVaststelling = Met(g => (Vaststelling(g).BeslissenUiterlijk, Vaststelling(g).VerwachtOp));

    public static readonly Briefvelden VanWijziging = Met(g => (Wijziging(g).BeslissenUiterlijk, Wijziging(g).VerwachtOp))
        .Veld("verzoek", "het nummer van het verzoek om een wijziging", g => Wijziging(g).Wijziging)
        .MoetNoemen("verzoek");

    public static readonly Briefopdracht Voorbeeld = new()
    {
        Vertraging = new VertragingMedegedeeldBericht(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Voorbeeldzaak.Dag.PlusDays(10),
            Voorbeeldzaak.Dag.PlusDays(38),
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Voorbeeldvaststelling = new()
    {
        Vaststellingsvertraging = new VaststellingVertraagdBericht(
            Voorbeeldzaak.Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Voorbeeldzaak.Dag.PlusDays(10),
            Voorbeeldzaak.Dag.PlusDays(38),
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Voorbeeldwijziging = new()
    {
        Wijzigingsvertraging = new WijzigingVertraagdBericht(
            Voorbeeldzaak.Nummer,
            $"{Voorbeeldzaak.Nummer}-W1",
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Voorbeeldzaak.Dag.PlusDays(10),
            Voorbeeldzaak.Dag.PlusDays(38),
            Voorbeeldzaak.Op
        ),
    };

    private static Briefvelden Met(Func<Briefgeval, (LocalDate Uiterlijk, LocalDate Verwacht)> dagen) =>
        new Briefvelden()
            .Veld("laatste dag", "de laatste dag om te beslissen volgens de wet", g => Datumtekst.Van(dagen(g).Uiterlijk))
            .Veld("verwachte dag", "de dag waarop het besluit er uiterlijk is", g => Datumtekst.Van(dagen(g).Verwacht))
            .MoetNoemen("zaaknummer", "laatste dag", "verwachte dag");

    private static VertragingMedegedeeldBericht Aanvraag(Briefgeval geval) => geval.Opdracht.Vertraging!;

    private static WijzigingVertraagdBericht Wijziging(Briefgeval geval) => geval.Opdracht.Wijzigingsvertraging!;

    private static VaststellingVertraagdBericht Vaststelling(Briefgeval geval) => geval.Opdracht.Vaststellingsvertraging!;
}
