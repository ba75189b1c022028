using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Beheer.Bezwaren;

/// <summary>Types in an objection that came by post.</summary>
[ResponseCache(NoStore = true)]
public sealed class InvoerenModel(VerleningApi api, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    public static readonly Stapvorm Invoer = new(
        "invoer",
        "Een bezwaar overtypen",
        "Leg het bezwaar vast",
        "bezwaren",
        [
            new("zaaknummer", "Zaaknummer", Veldvorm.Regel, "Zoals SLIM-7K2M9QXW4D."),
            new("besluit", "Nummer van het besluit waartegen het bezwaar is", Veldvorm.Regel, "Dat staat boven de brief met het besluit."),
            new(
                "indiener",
                "Wie maakt bezwaar?",
                Veldvorm.Keuze,
                Keuzes: [("aanvrager", "De aanvrager, of iemand namens de aanvrager"), ("derde", "Iemand anders")]
            ),
            new("ontvangenOp", "Op welke dag kwam de brief binnen?", Veldvorm.Dag),
            new("poststempel", "Datum van het poststempel", Veldvorm.Dag, "Alleen als het stempel te lezen is.", MagLeeg: true),
            new("dagtekening", "Datum in de brief", Veldvorm.Dag, MagLeeg: true),
            new("ondertekend", "Is de brief ondertekend?", Veldvorm.JaNee),
            new("naam", "Naam", Veldvorm.Regel, MagLeeg: true),
            new("adres", "Adres", Veldvorm.Regel, MagLeeg: true),
            new("kvkNummer", "KVK-nummer", Veldvorm.Regel, MagLeeg: true),
            new("gronden", "Waarom is men het niet eens met het besluit?", MagLeeg: true),
            new("redenTeLaat", "Waarom komt het bezwaar later?", Hulp: "Alleen als dat in de brief staat.", MagLeeg: true),
            new("wilHoren", "Wil de indiener worden gehoord?", Veldvorm.JaNee, MagLeeg: true),
        ]
    );

    /// <summary>What came of the form; null when none was sent.</summary>
    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public void OnGet()
    {
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Vorm = Stapvorm.Terug(Invoer.Naam, getypt);
        }
    }

    public async Task<IActionResult> OnPost(string? sleutel, CancellationToken ct)
    {
        var (verzoek, onleesbaar) = Invoer.Lees(Request.Form);
        var antwoord = onleesbaar ?? await api.Doe(Invoer.Pad, verzoek, sleutel ?? Sleutel, ct);
        if (antwoord.Gelukt)
        {
            return Redirect($"/beheer/bezwaren/{antwoord.Inhoud!["bezwaar"]!.GetValue<string>()}?gedaan={Invoer.Naam}");
        }
        ModelState.Clear();
        Vorm = new(Invoer.Naam, Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()), antwoord);
        return Page();
    }
}
