using NodaTime;
using SlimRegeling.Host;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>
/// No decision is forgotten by <c>narekenen</c>: whatever is stored with an amount, a day or a rule version is computed again, or stands
/// here with the reason why there is nothing to compute.
/// </summary>
public sealed class NarekenenTests
{
    private const string Gehoord = "heard of another context, which computes it again";
    private const string Geld = "sets apart what was asked or awarded; the total of the window and the reconciliation prove it";
    private const string Gevolg = "books or pays what a decision says; the ledger and the reconciliation prove it";
    private const string Gesloten = "sums of the ledger as they were confirmed; the table of months and the reconciliation prove them";
    private const string Tijdvak = "what the minister decides (2.6, 2.7), not what rules compute";
    private const string Regel = "what two people sign about a rule itself, not what rules compute";
    private const string Bezwaar = "rests on the application as it was assessed again, and changes the award; both are computed again";
    private const string Intrekking = "what an employee proposes and argues (4:48, 4:49 Awb), not what rules compute";
    private const string Gebeurd = "a day on which something happened, nothing that follows from a rule";
    private const string Vordering = "what people propose and sign about a debt (4:94, 4:114 Awb), not what rules compute";
    private const string Geldschuld =
        "of a debt, by pure functions of the rules on what was sent and booked; the next of them computes all of it again, and properties hold them";
    private const string Scanbewijs = "scores by the instrument, not by the scheme; its hash is the evidence";
    private const string Scanwerk =
        "what people write about a scan and what they did after it, or for everyone to read; no decision on a case";
    private const string Vertraging = "a day that people name (4:14 Awb); the term beside it is computed wherever it is used";

    private static readonly Dictionary<string, string> NietsTeRekenen = new()
    {
        ["tijdvakken/tijdvak-voorgesteld"] = Tijdvak,
        ["tijdvakken/tijdvak-vastgesteld"] = Tijdvak,
        ["tijdvakken/tijdvakwijziging-voorgesteld"] = Tijdvak,
        ["tijdvakken/tijdvak-gewijzigd"] = Tijdvak,
        ["tijdvakken/budgetverplaatsing-voorgesteld"] = Tijdvak,
        ["tijdvakken/budget-verplaatst"] = Tijdvak,
        ["tijdvakken/regelwijziging-voorgesteld"] = Regel,
        ["tijdvakken/parameter-bevestigd"] = Regel,
        ["tijdvakken/parameter-gewijzigd"] = Regel,
        ["leercultuurscans/rapport-vastgesteld"] = Scanbewijs,
        ["leercultuurscans/scan-gekoppeld"] = Scanbewijs,
        ["leercultuurscans/raad-vermeld"] = Scanwerk,
        ["leercultuurscans/interventie-begonnen"] = Scanwerk,
        ["leercultuurscans/interventie-afgerond"] = Scanwerk,
        ["leercultuurscans/interventie-beschreven"] = Scanwerk,
        ["tijdvakken/budget-gereserveerd"] = Geld,
        ["tijdvakken/reservering-verlaagd"] = Geld,
        ["tijdvakken/reservering-vrijgegeven"] = Geld,
        ["tijdvakken/reservering-teruggenomen"] = Geld,
        ["tijdvakken/reservering-vastgelegd"] = Geld,
        ["tijdvakken/reservering-ingetrokken"] = Geld,
        ["tijdvakken/intrekking-herroepen"] = Geld,
        ["tijdvakken/budget-ontoereikend"] = Geld,
        ["tijdvakken/bezwaarbudget-gereserveerd"] = Geld,
        ["aanvragen/budget-vernomen"] = Gehoord,
        ["aanvragen/besluit-vernomen"] = Gehoord,
        ["aanvragen/besluitwijziging-vernomen"] = Gehoord,
        ["aanvragen/intrekking-vernomen"] = Gehoord,
        ["aanvragen/herroeping-vernomen"] = Gehoord,
        ["aanvragen/ingebrekestelling-ontvangen"] = Gebeurd,
        ["aanvragen/ingebrekestelling-vervallen"] = Gebeurd,
        ["aanvragen/vertraging-medegedeeld"] = Vertraging,
        ["vaststelling/vaststelling-vertraging-medegedeeld"] = Vertraging,
        ["verlening/wijziging-vertraging-medegedeeld"] = Vertraging,
        ["verlening/beoordeling-ontvangen"] = Gehoord,
        ["verlening/reservering-ontvangen"] = Gehoord,
        ["verlening/budget-teruggegeven"] = Gehoord,
        ["verlening/vaststelling-ontvangen"] = Gehoord,
        ["verlening/budget-ontoereikend-ontvangen"] = Gehoord,
        ["verlening/buiten-behandeling-ontvangen"] = Gehoord,
        ["verlening/verzending-ontvangen"] = Gehoord,
        ["verlening/herbeoordeling-ontvangen"] = Gehoord,
        ["verlening/bezwaarbudget-ontvangen"] = Gehoord,
        ["verlening/herstelbudget-ontvangen"] = Gehoord,
        ["verlening/bezwaar-herstel-gevraagd"] = Gebeurd,
        ["verlening/bezwaar-hoorzitting-gepland"] = Gebeurd,
        ["verlening/bezwaar-gehoord"] = Gebeurd,
        ["verlening/bezwaar-ingebrekestelling-ontvangen"] = Gebeurd,
        ["verlening/bezwaar-ingebrekestelling-vervallen"] = Gebeurd,
        ["verlening/bezwaar-ingetrokken"] = Gebeurd,
        ["verlening/wijziging-ingebrekestelling-ontvangen"] = Gebeurd,
        ["verlening/wijziging-ingebrekestelling-vervallen"] = Gebeurd,
        ["verlening/beslissing-op-bezwaar-verzonden"] = Gebeurd,
        ["verlening/beroep-genoteerd"] = Gebeurd,
        ["verlening/bezwaar-uitgesteld"] = "a day that people agree on (7:10, fourth paragraph, Awb), not what rules compute",
        ["verlening/beslissing-op-bezwaar-voorgesteld"] = Bezwaar,
        ["verlening/bezwaar-beslist"] = Bezwaar,
        ["verlening/herstel-voorgelegd"] = Bezwaar,
        ["verlening/herstelbesluit-genomen"] = Bezwaar,
        ["verlening/voortgang-ontvangen"] = Gehoord,
        ["vaststelling/vaststelling-ingebrekestelling-ontvangen"] = Gebeurd,
        ["vaststelling/vaststelling-ingebrekestelling-vervallen"] = Gebeurd,
        ["vaststelling/verantwoording-opengesteld"] = Gehoord,
        ["vaststelling/verantwoording-gewijzigd"] = Gehoord,
        ["vaststelling/verantwoording-aangepast"] = Gehoord,
        ["vaststelling/tweede-voorschot-ontvangen"] = Gehoord,
        ["vaststelling/voortgang-gemeld"] = "what a partnership reports; the last day for it stands in the letter of the award",
        ["vaststelling/laatste-dag-herinnerd"] = "tells of a day that the rules give, and decides nothing",
        ["verlening/intrekking-voorgesteld"] = Intrekking,
        ["verlening/zienswijze-ontvangen"] = Gebeurd,
        ["aanvragen/aanvulling-herinnerd"] = "tells of a day that is computed again with the term, and decides nothing",
        ["verlening/zienswijze-herinnerd"] = "tells of a day that is computed again with the term, and decides nothing",
        ["verlening/betaling-vernomen"] = Gehoord,
        ["vaststelling/verlening-ingetrokken"] = Gehoord,
        ["vaststelling/intrekking-herroepen"] = Gehoord,
        ["vaststelling/scan-afgerond"] = Gehoord,
        ["vaststelling/betaling-uitgevoerd"] = Gehoord,
        ["vaststelling/betaling-teruggekomen"] = Gehoord,
        ["betalingen/voorschot-vernomen"] = Gehoord,
        ["betalingen/vaststelling-vernomen"] = Gehoord,
        ["betalingen/opschorting-vernomen"] = Gehoord,
        ["betalingen/intrekking-vernomen"] = Gehoord,
        ["betalingen/herroeping-vernomen"] = Gehoord,
        ["betalingen/terug-vernomen"] = Gebeurd,
        ["betalingen/vordering-verrekend"] = Gevolg,
        ["betalingen/verplichting-ingetrokken"] = Gevolg,
        ["betalingen/betaling-verlaagd"] = Gevolg,
        ["betalingen/verplichting-aangegaan"] = Gevolg,
        ["betalingen/verplichting-gewijzigd"] = Gevolg,
        ["betalingen/verplichting-afgerekend"] = Gevolg,
        ["betalingen/verplichting-herrekend"] = Gevolg,
        ["betalingen/betaling-opgedragen"] = Gevolg,
        ["betalingen/betaling-aangehouden"] = Gevolg,
        ["betalingen/betaling-vrijgegeven"] = Gevolg,
        ["betalingen/betaalbestand-gemaakt"] = Gevolg,
        ["betalingen/betaalronde-voorgesteld"] = Gevolg,
        ["betalingen/betaalronde-bijgesteld"] = Gevolg,
        ["betalingen/aanhouding-gelegd"] = Gevolg,
        ["betalingen/aanhouding-opgeheven"] = Gevolg,
        ["betalingen/betaling-afgewezen"] = Gebeurd,
        ["betalingen/afschrift-gelezen"] = Gebeurd,
        ["betalingen/bankregel-gemeld"] = Gebeurd,
        ["betalingen/bankregel-geboekt"] = Gevolg,
        ["betalingen/bankregel-teruggeboekt"] = Gevolg,
        ["betalingen/bankregel-deels-gekoppeld"] = Gevolg,
        ["betalingen/bankkosten-geboekt"] = Gevolg,
        ["betalingen/terugbetaling-opgedragen"] = Gevolg,
        ["betalingen/beslaglegger-betaald"] = Gebeurd,
        ["betalingen/boekmaand-afgesloten"] = Gesloten,
        ["betalingen/boekmaand-bevestigd"] = Gesloten,
        ["betalingen/betaling-uitgevoerd"] = Gebeurd,
        ["betalingen/betaling-teruggekomen"] = Gebeurd,
        ["relaties/steunverlening-vernomen"] = Gehoord,
        ["relaties/steunvaststelling-vernomen"] = Gehoord,
        ["betalingen/vordering-ontstaan"] = Gevolg,
        ["betalingen/vordering-bijgesteld"] = Gevolg,
        ["betalingen/afboeking-teruggenomen"] = Gevolg,
        ["betalingen/vorderingskosten-vervallen"] = Gevolg,
        ["betalingen/terugbetaling-vernomen"] = Gevolg,
        ["betalingen/betaling-verrekend"] = Gevolg,
        ["betalingen/vordering-met-betaling-verrekend"] = Gevolg,
        ["betalingen/terugvordering-besloten"] = Gevolg,
        ["betalingen/vordering-betaald"] = Gebeurd,
        ["betalingen/vordering-voldaan"] = Gevolg,
        ["betalingen/vordering-afgeboekt"] = Vordering,
        ["betalingen/vorderingsvoorstel-gedaan"] = Vordering,
        ["betalingen/regeling-getroffen"] = Vordering,
        ["betalingen/regeling-ingetrokken"] = Vordering,
        ["betalingen/dwangbevel-uitgevaardigd"] = Vordering,
        ["betalingen/dwangbevel-betekend"] = Gebeurd,
        ["betalingen/belemmering-gemeld"] = Gebeurd,
        ["betalingen/belemmering-opgeheven"] = Gebeurd,
        ["betalingen/vordering-erkend"] = Gebeurd,
        ["betalingen/rente-teruggegeven"] = Geldschuld,
        ["betalingen/rentevergoeding-voorgesteld"] = Geldschuld,
        ["betalingen/rentevergoeding-besloten"] = Geldschuld,
        ["betalingen/vordering-herinnerd"] = "tells of a day that the term gives, and decides nothing",
        ["betalingen/betaaltermijn-gestart"] = Geldschuld,
        ["betalingen/aanmaningstermijn-gestart"] = Geldschuld,
        ["betalingen/vordering-aangemaand"] = Geldschuld,
        ["betalingen/rente-vastgesteld"] = Geldschuld,
        ["relaties/steunopgave-gemaakt"] = "tells another register what stands, which is computed again; its hash proves the file",
        ["relaties/steunopgave-bevestigd"] = Gebeurd,
        ["relaties/machtiging-verleend"] = "what an enterprise gives another (2:1 Awb), not what rules compute",
        ["dossiers/brief-opgesteld"] = Gebeurd,
        ["dossiers/brief-verzonden"] = Gebeurd,
        ["dossiers/postbundel-gemaakt"] = Gebeurd,
    };

    public static IEnumerable<(string Naam, Type Soort, bool Nagerekend)> Gebeurtenissen() =>
        from context in Contexten.Alle()
        from gebeurtenis in context.Gebeurtenisnamen
        select ($"{context.Naam}/{gebeurtenis.Key}", gebeurtenis.Value, context.Narekening?.Besluiten.Contains(gebeurtenis.Value) == true);

    [Fact]
    public void Every_event_with_an_amount_a_day_or_a_rule_version_is_computed_again_or_has_its_reason()
    {
        var vergeten = Gebeurtenissen().Where(g => LijktBesluit(g.Soort) && !g.Nagerekend && !NietsTeRekenen.ContainsKey(g.Naam));
        Assert.Empty(vergeten.Select(g => g.Naam));
    }

    [Fact]
    public void No_reason_is_left_of_an_event_that_is_gone_or_is_computed_again()
    {
        var nodig = Gebeurtenissen().Where(g => LijktBesluit(g.Soort) && !g.Nagerekend).Select(g => g.Naam);
        Assert.Empty(NietsTeRekenen.Keys.Except(nodig));
    }

    [Fact]
    public void What_is_computed_again_are_events_of_the_own_context()
    {
        var vreemd =
            from context in Contexten.Alle()
            from besluit in context.Narekening?.Besluiten ?? []
            where !context.Gebeurtenisnamen.Values.Contains(besluit)
            select $"{context.Naam}: {besluit.Name}";
        Assert.Empty(vreemd);
    }

    private static bool LijktBesluit(Type soort) =>
        soort
            .GetProperties()
            .Any(p =>
            {
                var type = Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType;
                return type == typeof(decimal)
                    || type == typeof(LocalDate)
                    || p.Name == "Regelversie"
                    || (type.Assembly == soort.Assembly && type.IsClass && LijktBesluit(type));
            });
}
