using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Wachtkamer;

namespace SlimRegeling.Web.Pages;

/// <summary>What went wrong in plain words, and what to do. It is shown in place of the page, with the page's own status.</summary>
[IgnoreAntiforgeryToken]
public sealed class FoutModel(Persoonlezer lezer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>Nothing is wrong: it is busy, and they wait for their turn.</summary>
    public Plaats? Plaats => HttpContext.Features.Get<Plaats>();

    /// <summary>Where what was typed waits for who typed it; null when there was nothing, or it could not be kept.</summary>
    public string? Terug => Typstand is { Bewaard: true } stand ? stand.Pad : null;

    /// <summary>The page for which something was typed that is lost: it has what was saved before. Null when there was nothing, or it is kept.</summary>
    public string? Opnieuw => Typstand is { Bewaard: false } stand ? stand.Pad : null;

    /// <summary>Who may choose for whom they act, and finds nothing here or may not come here: the choice can be why.</summary>
    public bool KiesVoorWie => (Status is 403 or 404 && Namens is not null) || Verwisseld || IsMisschienVanKlant;

    /// <summary>Where one chooses, and comes back from to the page of a case.</summary>
    public string Keuze =>
        !Verwisseld && Gevraagd is { } gevraagd && Keuzewijzer.IsVanZaak(gevraagd) ? Keuzewijzer.Keuze(gevraagd) : "/machtigingen";

    /// <summary>A case that is not there for the own enterprise, of who can act for others.</summary>
    public bool IsMisschienVanKlant =>
        Status == 404 && Namens is null && Keuzewijzer.IsVanZaak(Gevraagd) && lezer.Lees(HttpContext) is { MagKiezen: true };

    private string? Gevraagd =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } was ? was.OriginalPath + was.OriginalQueryString : null;

    private bool Verwisseld => HttpContext.Features.Get<AndermansFormulier>() is not null;

    private bool Geblokkeerd => HttpContext.Features.Get<Persoon>() is { Geblokkeerd: true };

    private Vertegenwoordigde? Namens => HttpContext.Features.Get<Vertegenwoordigde>();

    private Bewaarstand? Typstand => HttpContext.Features.Get<Bewaarstand>();

    public string Titel =>
        Status switch
        {
            _ when Plaats is not null => "U staat in de rij",
            _ when Typstand is { Bewaard: false } => "Wat u typte is niet opgeslagen",
            _ when Verwisseld => "U handelt nu voor een ander",
            403 when Geblokkeerd => "Uw toegang is beëindigd",
            403 when HttpContext.Features.Get<Eigenbelang>() is not null => "Deze zaak is voor u gesloten",
            403 => "U hebt hier geen toegang",
            404 => "Deze pagina is er niet",
            503 => "Dit werkt nu even niet",
            >= 500 => "Er ging bij ons iets mis",
            _ => "Dit kan niet",
        };

    public string Uitleg =>
        Status switch
        {
            _ when Typstand is { Bewaard: true } =>
                "Opslaan lukt nu niet door een storing bij ons. Wij bewaren een uur lang wat u typte. Wacht een minuut en ga dan terug naar de pagina: wat u typte staat er weer.",
            _ when Typstand is { Reden: Bewaarreden.Afgemeld } =>
                "U bent afgemeld en wij konden niet bewaren wat u verstuurde. Meld u aan en open de pagina opnieuw. Wat tijdens het typen al was opgeslagen, staat er dan. Typ de rest opnieuw. Is het veel tekst, sla haar dan in delen op.",
            _ when Typstand is not null =>
                "Opslaan lukt nu niet door een storing bij ons, en wij konden niet bewaren wat u verstuurde. Wacht een minuut en open de pagina opnieuw. Wat tijdens het typen al was opgeslagen, staat er dan. Typ de rest opnieuw. Is het veel tekst, sla haar dan in delen op.",
            _ when Verwisseld =>
                "Deze pagina stond klaar voor een andere onderneming dan waarvoor u nu handelt. Wat u verstuurde, is niet opgeslagen. Kies eerst voor wie u handelt en open de pagina dan opnieuw. Wat tijdens het typen al was opgeslagen, staat er dan. Typ de rest opnieuw.",
            403 when Namens is not null =>
                "De machtiging waarmee u handelt, geldt nu niet of niet voor deze pagina. De onderneming kan haar hebben beëindigd. Er is niets opgeslagen.",
            403 when Geblokkeerd =>
                "Een beheerder heeft uw toegang beëindigd. Klopt dat niet, vraag dan uw leidinggevende om contact op te nemen met de beheerder. Meld u nu af.",
            403 when HttpContext.Features.Get<Eigenbelang>() is not null =>
                "U meldde een eigen belang bij deze zaak (artikel 2:4 Awb). U kunt haar daarom niet zien of behandelen. Vraag een medeondertekenaar of de zaak voor u weer open kan.",
            403 => "Uw rol geeft geen toegang tot deze pagina. Meld u af en meld u aan met een andere rol.",
            404 => "Controleer het adres of het zaaknummer. Een zaak van een andere onderneming ziet u hier niet.",
            503 when HttpContext.Features.Get<Rolstoring>() is not null =>
                "Wij kunnen nu niet controleren welke rollen u hebt. Er is niets opgeslagen. Probeer het over een minuut opnieuw.",
            503 => "Wij kunnen deze gegevens nu niet ophalen. Probeer het over een minuut opnieuw.",
            >= 500 => "Er is niets opgeslagen. Probeer het over enkele minuten opnieuw.",
            _ => "Ga terug en probeer het opnieuw.",
        };

    /// <summary>By which our people find the failure in the log.</summary>
    public string? Kenmerk => Status >= 500 ? Activity.Current?.TraceId.ToHexString() : null;
}
