using System.Text.Json.Nodes;
using SlimRegeling.Web.Vaststellen;
using Veldpad = SlimRegeling.Web.Formulieren.Pad;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>
/// What is chosen beside the lines: whether the auditor's report is accepted, and what is taken off last; and the article of a reason that was chosen.
/// </summary>
public sealed partial class VaststellingModel
{
    // As the API names what is wrong in them.
    public const string Controleveld = "controleverklaring";
    public const string Controleredenveld = "controleverklaring.reden";
    public const string Controleartikelveld = "controleverklaring.artikel";

    /// <summary>aanvaard or afgewezen of the auditor's report; empty while nothing is chosen.</summary>
    public string Controle { get; private set; } = "";

    public string Controlereden { get; private set; } = "";

    /// <summary>Empty for the article of the reason.</summary>
    public string Controleartikel { get; private set; } = "";

    public Verlagingsinvoer Verlaging { get; private set; } = new();

    private void NeemControle(IReadOnlyDictionary<string, string> velden) =>
        (Controle, Controlereden, Controleartikel) = (
            velden.GetValueOrDefault(Controleveld) ?? "",
            velden.GetValueOrDefault(Controleredenveld) ?? "",
            velden.GetValueOrDefault(Controleartikelveld) ?? ""
        );

    private void NeemControle(Controleoordeel? eerder)
    {
        if (eerder is not null)
        {
            (Controle, Controlereden, Controleartikel) = (eerder.Uitkomst, eerder.Reden ?? "", eerder.Artikel ?? "");
        }
    }

    /// <summary>As the API takes it: of one that is accepted nothing more is said.</summary>
    private Controleoordeel Gekozencontrole() =>
        Controle == Regelinvoer.Aanvaard
            ? new(Controle)
            : new(Controle, Controlereden.Length > 0 ? Controlereden : null, Controleartikel.Length > 0 ? Controleartikel : null);

    /// <summary>As the API takes it, null when nothing is taken off; an amount that cannot be read is noted.</summary>
    private JsonObject? GekozenVerlaging()
    {
        var (verzoek, fout) = Verlaging.Lees();
        if (fout is not null)
        {
            Fouten.Add(new(Veldpad.Id(Verlagingsinvoer.Bedragveld), "", fout, null));
        }
        return verzoek;
    }

    /// <summary>The article of a reason stands there once it is chosen, unless another was typed.</summary>
    private void VulArtikelen(Declaratieproef proef)
    {
        foreach (var regel in Regels)
        {
            if (
                Invoer.Van(regel.Id) is { IsAfwijkend: true, Artikel: "" } invoer
                && proef.Artikelen?.GetValueOrDefault(regel.Activiteit)?.GetValueOrDefault(invoer.Code) is { } artikel
            )
            {
                Invoer.Zet(regel.Id, invoer with { Artikel = artikel });
            }
        }
    }
}
