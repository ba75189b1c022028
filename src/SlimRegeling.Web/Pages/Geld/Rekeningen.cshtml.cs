using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The accounts that hold payments: a change that nobody checked, or an attachment; and the way to any other account.</summary>
[ResponseCache(NoStore = true)]
public sealed class RekeningenModel(BetalingenApi api) : PageModel
{
    /// <summary>The number that is looked up.</summary>
    [BindProperty(SupportsGet = true, Name = "kvk")]
    public string? Kvk { get; set; }

    public bool IsOnleesbaar { get; private set; }

    public IReadOnlyList<Rekeningbeeld> Rekeningen { get; private set; } = [];

    public Tabel Tabel =>
        Tabel.Van(
            "Rekeningen waardoor betalingen wachten",
            ["Onderneming", "Rekening", "Naamcontrole", "Waarom", Kop.Bedrag("Wacht")],
            Rekeningen,
            r =>
                [
                    new($"KVK {r.KvkNummer}", $"/geld/rekeningen/{r.KvkNummer}", r.Naam),
                    r.Iban,
                    Geldwoorden.Naamcontrole(r.Naamcontrole),
                    string.Join("; ", Waarom(r)),
                    r.Wachtend,
                ]
        );

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var kvk = Kvk?.Replace(" ", "", StringComparison.Ordinal);
        if (!string.IsNullOrEmpty(kvk))
        {
            if (kvk.Length == 8 && kvk.All(char.IsAsciiDigit))
            {
                return Redirect($"/geld/rekeningen/{kvk}");
            }
            IsOnleesbaar = true;
        }
        Rekeningen = await api.Lees<IReadOnlyList<Rekeningbeeld>>("rekeningen", ct);
        return Page();
    }

    private static IEnumerable<string> Waarom(Rekeningbeeld r) =>
        [.. r.TeControleren ? (string[])["gewijzigd, te controleren"] : [], .. r.Lopend.Select(b => $"beslag {b.Nummer}")];
}
