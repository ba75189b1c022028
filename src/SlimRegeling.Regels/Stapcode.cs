namespace SlimRegeling.Regels;

/// <summary>Codes of the steps of a case; each is a key of the section stappen.</summary>
public static class Stapcode
{
    public const string AanvraagIngediend = "aanvraag-ingediend";
    public const string AanvullingGevraagd = "aanvulling-gevraagd";
    public const string HersteltermijnGestart = "hersteltermijn-gestart";
    public const string AanvraagAangevuld = "aanvraag-aangevuld";
    public const string AanvraagVolledig = "aanvraag-volledig";
    public const string BuitenBehandeling = "buiten-behandeling-gesteld";
    public const string AanvraagIngetrokken = "aanvraag-ingetrokken";
    public const string AanvraagUitgesloten = "aanvraag-uitgesloten";
    public const string Geloot = "geloot";
    public const string ZonderLoting = "zonder-loting-gerangschikt";
    public const string AchterLoting = "achteraan-gerangschikt";
    public const string OpOntvangst = "op-ontvangst-gerangschikt";
    public const string OpAanvulling = "op-aanvulling-gerangschikt";
    public const string GelijkenGeloot = "gelijken-geloot";
    public const string BudgetGereserveerd = "budget-gereserveerd";
    public const string BudgetVrijgegeven = "budget-vrijgegeven";
    public const string BudgetOntoereikend = "budget-ontoereikend";
    public const string ScanAfgerond = "scan-afgerond";
    public const string AanvraagBeoordeeld = "aanvraag-beoordeeld";
    public const string BesluitVoorgelegd = "besluit-voorgelegd";
    public const string VoorstelTeruggezonden = "voorstel-teruggezonden";
    public const string SubsidieVerleend = "subsidie-verleend";
    public const string AanvraagAfgewezen = "aanvraag-afgewezen";
    public const string BriefVerzonden = "brief-verzonden";
    public const string BezwaartermijnGestart = "bezwaartermijn-gestart";
    public const string VoorschotToegekend = "voorschot-toegekend";
    public const string RekeningGewijzigd = "rekening-gewijzigd";
    public const string BetalingOpgedragen = "betaling-opgedragen";
    public const string BetalingAangehouden = "betaling-aangehouden";
    public const string BetalingVrijgegeven = "betaling-vrijgegeven";
    public const string BetalingGeaccordeerd = "betaling-geaccordeerd";
    public const string BetalingUitgevoerd = "betaling-uitgevoerd";
    public const string InSteekproef = "in-steekproef";
    public const string DocumentOntvangen = "document-ontvangen";
    public const string BewijsOntvangen = "bewijs-ontvangen";
    public const string SubsidieVastgesteld = "subsidie-vastgesteld";
    public const string SteunGeregistreerd = "steun-geregistreerd";
    public const string BezwaarIngediend = "bezwaar-ingediend";
    public const string BezwaarBevestigd = "bezwaar-bevestigd";
    public const string BezwaarHoren = "bezwaar-horen";
    public const string BezwaarHerstelGevraagd = "bezwaar-herstel-gevraagd";
    public const string BezwaarTermijn = "bezwaar-beslistermijn";
    public const string BezwaarIngetrokken = "bezwaar-ingetrokken";
    public const string BezwaarBeslist = "bezwaar-beslist";
    public const string VerleningGewijzigd = "verlening-gewijzigd";
    public const string BeroepstermijnGestart = "beroepstermijn-gestart";
    public const string BeroepGenoteerd = "beroep-genoteerd";

    public static IReadOnlyList<string> Alle { get; } =
    [
        AanvraagIngediend,
        AanvullingGevraagd,
        HersteltermijnGestart,
        AanvraagAangevuld,
        AanvraagVolledig,
        BuitenBehandeling,
        AanvraagIngetrokken,
        AanvraagUitgesloten,
        Geloot,
        ZonderLoting,
        AchterLoting,
        OpOntvangst,
        OpAanvulling,
        GelijkenGeloot,
        BudgetGereserveerd,
        BudgetVrijgegeven,
        BudgetOntoereikend,
        ScanAfgerond,
        AanvraagBeoordeeld,
        BesluitVoorgelegd,
        VoorstelTeruggezonden,
        SubsidieVerleend,
        AanvraagAfgewezen,
        BriefVerzonden,
        BezwaartermijnGestart,
        VoorschotToegekend,
        RekeningGewijzigd,
        BetalingOpgedragen,
        BetalingAangehouden,
        BetalingVrijgegeven,
        BetalingGeaccordeerd,
        BetalingUitgevoerd,
        InSteekproef,
        DocumentOntvangen,
        BewijsOntvangen,
        SubsidieVastgesteld,
        SteunGeregistreerd,
        BezwaarIngediend,
        BezwaarBevestigd,
        BezwaarHoren,
        BezwaarHerstelGevraagd,
        BezwaarTermijn,
        BezwaarIngetrokken,
        BezwaarBeslist,
        VerleningGewijzigd,
        BeroepstermijnGestart,
        BeroepGenoteerd,
    ];
}
