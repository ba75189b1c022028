using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The statements of our account, and the two files of the bank that are read in: a statement, and what it refuses.</summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(AfschriftenModel.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = AfschriftenModel.MeesteBytes)]
public sealed class AfschriftenModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    public const string Afschriftvorm = "afschrift";
    public const string Statusvorm = "status";

    // More than the API takes: what is too large is told at its field, and not by a connection that breaks.
    public const long MeesteBytes = 520L * 1024 * 1024;

    public IReadOnlyList<Afschriftbeeld> Afschriften { get; private set; } = [];

    /// <summary>The bank account in the ledger beside the statements.</summary>
    public Bankaansluiting Aansluiting { get; private set; } = null!;

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>Which form was not taken; null when none was sent.</summary>
    public string? Vorm { get; private set; }

    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<string> Fouten { get; private set; } = [];

    /// <summary>The session had ended when the file was sent: it did not come.</summary>
    public bool Kwijt { get; private set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagInlezen => lezer.Lees(HttpContext)?.Heeft(Rol.FinancieelMedewerker) == true;

    public Tabel Tabel =>
        Tabel.Van(
            "Afschriften, het laatst gelezen bovenaan",
            [
                "Afschrift",
                "Gelezen",
                Kop.Bedrag("Beginsaldo"),
                Kop.Bedrag("Eindsaldo"),
                Kop.Bedrag("Regels"),
                Kop.Bedrag("Geboekt"),
                Kop.Bedrag("Op de werklijst"),
            ],
            Afschriften,
            a =>
                [
                    new(a.Kenmerk, $"/geld/afschriften/{a.Afschrift}", Weergave.Dag(a.Dag), Weergave.Bijeen(a.LetOp)),
                    Weergave.DagEnTijd(a.Op),
                    a.Beginsaldo,
                    a.Eindsaldo,
                    Weergave.Getal(a.Regels),
                    Weergave.Getal(a.Geboekt),
                    Weergave.Getal(a.OpWerklijst),
                ]
        );

    public async Task OnGet(CancellationToken ct)
    {
        await Laad(ct);
        Kwijt = typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is not null;
    }

    public async Task<IActionResult> OnPostAfschrift(IFormFile? bestand, string? sleutel, CancellationToken ct)
    {
        if (await Stuur(Afschriftvorm, "afschriften", bestand, sleutel, ct) is not { } antwoord)
        {
            return Page();
        }
        var verslag = antwoord.Als<Afschriftverslag>();
        Gebeurd = verslag.Samenvatting;
        return Redirect(verslag.Afschriften is [var afschrift] ? $"/geld/afschriften/{afschrift.Afschrift}" : "/geld/afschriften");
    }

    public async Task<IActionResult> OnPostStatus(IFormFile? bestand, string? sleutel, CancellationToken ct)
    {
        if (await Stuur(Statusvorm, "statusberichten", bestand, sleutel, ct) is not { } antwoord)
        {
            return Page();
        }
        var verslag = antwoord.Als<Statusverslag>();
        Gebeurd = verslag.Samenvatting;
        return Redirect($"/geld/rondes/{Uri.EscapeDataString(verslag.Bestand)}");
    }

    /// <returns>What came of it; null when it was not taken.</returns>
    private async Task<JsonAntwoord?> Stuur(string vorm, string pad, IFormFile? bestand, string? sleutel, CancellationToken ct)
    {
        ModelState.Clear();
        Vorm = vorm;
        if (bestand is null)
        {
            Fouten = ["Kies eerst een bestand."];
        }
        else
        {
            await using var inhoud = bestand.OpenReadStream();
            var antwoord = await api.Stuur(pad, inhoud, sleutel ?? Sleutel, ct);
            if (antwoord.Gelukt)
            {
                return antwoord;
            }
            Fouten = antwoord.Fouten.Count > 0 ? [.. antwoord.Fouten.Select(f => f.Uitleg)] : [antwoord.Uitleg];
        }
        await Laad(ct);
        return null;
    }

    private async Task Laad(CancellationToken ct)
    {
        var afschriften = api.Lees<IReadOnlyList<Afschriftbeeld>>("afschriften", ct);
        var aansluiting = api.Lees<Bankaansluiting>("bankaansluiting", ct);
        (Afschriften, Aansluiting) = (await afschriften, await aansluiting);
    }
}
