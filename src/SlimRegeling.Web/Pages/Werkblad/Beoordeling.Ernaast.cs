using Microsoft.AspNetCore.Mvc;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>What the applicant wrote and sent, beside what is judged of it: who judges turns no pages.</summary>
public sealed partial class BeoordelingModel
{
    /// <summary>The id of the form.</summary>
    public const string Formulierid = "formulier";

    /// <summary>Id of the document that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "stuk")]
    public string? Stuk { get; set; }

    /// <summary>Which page of it, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int? Bladzijde { get; set; }

    /// <summary>Whether the reader asked for a document just now.</summary>
    private bool _gevraagd;

    public IReadOnlyList<Taakantwoord> Antwoorden { get; private set; } = [];

    public Stukkenblad Ernaast { get; private set; } = null!;

    public bool HeeftFormulier => KanSchrijven || IsVerstuurd;

    /// <summary>Whether a document was asked for: what was typed stands on the page again, and nothing is saved.</summary>
    private bool Toont(string? doe)
    {
        if (Stukkenblad.Gekozen(doe) is not { } gekozen)
        {
            return false;
        }
        (Stuk, Bladzijde, _gevraagd) = (gekozen.Stuk, gekozen.Bladzijde, true);
        return true;
    }

    private async Task LegErnaast(string zaaknummer, CancellationToken ct)
    {
        var (formulier, gevraagd) = await concepten.Gevraagd(Zaak.Tijdvak, ct);
        Antwoorden = Taakantwoord.Van(formulier, Zaak.Formulier);
        Ernaast = (await kijker.Lees(zaaknummer, Adres(zaaknummer), gevraagd, Stuk, Bladzijde, ct)) with
        {
            Hier = Adres(zaaknummer, "/beoordeling"),
            Formulier = HeeftFormulier ? Formulierid : null,
            Focus = _gevraagd,
        };
    }
}
