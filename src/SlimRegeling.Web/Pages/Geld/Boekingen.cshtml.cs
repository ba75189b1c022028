using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The lines of the books, page by page: of an account, a case, a window or a decision.</summary>
[ResponseCache(NoStore = true)]
public sealed class BoekingenModel(BetalingenApi api) : PageModel
{
    private static readonly string[] Filters = ["rekening", "van", "totEnMet", "tijdvak", "zaaknummer", "besluit", "soort", "op"];

    [BindProperty(SupportsGet = true, Name = "rekening")]
    public string? Rekening { get; set; }

    [BindProperty(SupportsGet = true, Name = "zaaknummer")]
    public string? Zaaknummer { get; set; }

    public Boekingenlijst Lijst { get; private set; } = null!;

    public string Titel =>
        (string.IsNullOrEmpty(Rekening) ? "Boekingen" : $"Boekingen op {Geldwoorden.Rekening(Rekening)}")
        + (string.IsNullOrEmpty(Zaaknummer) ? "" : $" van {Zaaknummer}");

    /// <summary>What is asked beside the account and the case, in words.</summary>
    public string Waarvan =>
        string.Join(
            ", ",
            Filters
                .Where(f => f is not ("rekening" or "zaaknummer" or "op"))
                .Select(f => (f, Waarde: Request.Query[f].ToString()))
                .Where(f => f.Waarde.Length > 0)
                .Select(f => $"{(f.f == "totEnMet" ? "tot en met" : f.f)} {f.Waarde}")
        );

    /// <summary>Null on the last page.</summary>
    public string? Volgende => Lijst.Volgende is { } na ? $"/geld/grootboek/boekingen{Vraag(na)}" : null;

    public Tabel Tabel =>
        Tabel.Van(
            Titel,
            ["Boeking", "Boekdatum", "Rekening", "Zaak", "Besluit", Kop.Bedrag("Debet"), Kop.Bedrag("Credit")],
            Lijst.Regels,
            r =>
                [
                    new(
                        Geldwoorden.Gebeurtenis(r.Boeking.Soort),
                        $"/geld/grootboek/boekingen/{r.Boeking.Boeking}",
                        r.OmgekeerdDoor is not null ? "tegengeboekt"
                            : r.Boeking.KeertOm is not null ? "tegenboeking"
                            : null
                    ),
                    new(
                        Weergave.Dag(r.Boeking.Boekdatum),
                        Uitleg: r.Boeking.Gebeurtenisdag is { } dag ? $"gebeurde op {Weergave.Dag(dag)}" : null
                    ),
                    Geldwoorden.Rekening(r.Boeking.Rekening),
                    new Cel(Cel.Zaak(r.Boeking.Zaaknummer).Tekst, Cel.Zaak(r.Boeking.Zaaknummer).Pad, r.Boeking.Tijdvak),
                    r.Boeking.Besluit,
                    r.Boeking.Debet == 0 ? "" : Weergave.Bedrag(r.Boeking.Debet),
                    r.Boeking.Credit == 0 ? "" : Weergave.Bedrag(r.Boeking.Credit),
                ]
        );

    public async Task OnGet(CancellationToken ct) =>
        Lijst = await api.Lees<Boekingenlijst>($"grootboek/boekingen{Vraag(Request.Query["na"])}", ct);

    private string Vraag(string? na) => Geldklant.Vraag([.. Filters.Select(f => (f, (string?)Request.Query[f].ToString())), ("na", na)]);
}
