using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>One of the forms of a page about a case.</summary>
/// <param name="Naam">With it begin the ids of its fields.</param>
public sealed record Werkvorm(Werkpagina Pagina, string Naam);

/// <summary>
/// A page about one case, for who assesses it or signs. To whom the case is closed never gets here: the API refuses to show it.
/// </summary>
[ResponseCache(NoStore = true)]
public abstract class Werkpagina(AanvragenApi api, Collegas collegas, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    /// <summary>The hidden field that tells which version of the case was seen.</summary>
    public const string Gezienveld = "_gezien";

    public Zaakbeeld Zaak { get; private set; } = null!;

    public long Versie { get; private set; }

    /// <summary>By which a step says what was seen: of the case, or of what else the steps of the page go by.</summary>
    public virtual long Gezienversie => Versie;

    public Persoon Persoon => lezer.Lees(HttpContext)!;

    public bool MagBeoordelen => Persoon.Heeft(Rol.Beoordelaar);

    public bool MagOndertekenen => Persoon.Heeft(Rol.Medeondertekenaar);

    public bool IsVanU => Zaak.Beoordelaar == Persoon.Onderwerp;

    /// <summary>Whether a colleague has it: then nobody else assesses, or says whether it is complete.</summary>
    public bool IsVanAnder => Zaak.Beoordelaar is not null && !IsVanU;

    public string Zegel => typwerk.Zegel(Persoon);

    /// <summary>Pressed twice, a button does its work once.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private protected set; }

    /// <summary>What happened in the case since it was seen, when that stands in the way.</summary>
    public IReadOnlyList<Verloopstap> Tussentijds { get; private set; } = [];

    /// <summary>What was written for a step that can be done no more.</summary>
    public IReadOnlyList<string> Achtergebleven { get; private protected set; } = [];

    /// <summary>Whether what was sent was not done, because something happened in the case since it was seen.</summary>
    public bool IsVeranderd =>
        Vorm?.Antwoord?.Status == StatusCodes.Status412PreconditionFailed || Tussentijds.Count > 0 || Achtergebleven.Count > 0;

    /// <summary>Whether something was typed in the form that was sent, beside pressing its button.</summary>
    public virtual bool IsGetypt => true;

    [TempData]
    public string? Gebeurd { get; set; }

    [BindProperty(Name = "sleutel")]
    public string? Gestuurd { get; set; }

    [BindProperty(Name = Gezienveld)]
    public long? Gezien { get; set; }

    private protected AanvragenApi Klant { get; } = api;

    /// <summary>Who, in words: a name, a pseudonym where none was written down, or that it is the reader.</summary>
    public string Wie(string? wie) =>
        wie is null ? "nog niemand"
        : wie == Persoon.Onderwerp ? "u"
        : collegas.Naam(wie);

    public string Door(Verloopstap stap) => stap.DoorMetNamen(wie => Wie(wie));

    private protected static string Pad(string zaaknummer, string waar = "") => $"aanvragen/{Uri.EscapeDataString(zaaknummer)}{waar}";

    private protected static string Adres(string zaaknummer, string waar = "") => $"/beheer/zaken/{Uri.EscapeDataString(zaaknummer)}{waar}";

    /// <summary>What was typed on this page and did not arrive; it is given once.</summary>
    private protected Getypt? Neem() => typwerk.Neem(HttpContext, Persoon);

    /// <summary>Before <see cref="Wie"/> of a step that is done without showing the case.</summary>
    private protected Task LeesNamen(CancellationToken ct) => collegas.Lees(ct);

    private protected async Task Laad(string zaaknummer, CancellationToken ct)
    {
        (Zaak, var versie) = await Klant.Lees<Zaakbeeld>(Pad(zaaknummer), ct);
        Versie = versie ?? throw new InvalidOperationException($"The API gave no version of {zaaknummer}.");
        await collegas.Lees(ct);
    }

    /// <summary>Asks for a step in the case by what was seen of it.</summary>
    private protected Task<JsonAntwoord> Doe(string zaaknummer, string waar, JsonObject verzoek, CancellationToken ct) =>
        MetTussentijds(
            Gezien,
            versie => Klant.Werk(HttpMethod.Post, Pad(zaaknummer, waar), verzoek, Gestuurd ?? Sleutel, versie, ct),
            // All that happens in an application is told.
            async () => (await Sinds(zaaknummer, Gezien ?? 0, ct)).Max(s => (long?)s.Versie) ?? Gezien,
            gezien => Sinds(zaaknummer, gezien, ct)
        );

    /// <summary>
    /// Asks for a step by what was seen, and once more when only such things came by themselves since as stand in nobody's way: a place in the order, a letter
    /// that left, a payment that was heard of. They are nothing that was read and judged here.
    /// </summary>
    /// <param name="gezien">The version that was seen; null when none was told.</param>
    /// <param name="vraag">Asks for the step by a version.</param>
    /// <param name="versie">Reads the version as it is now.</param>
    /// <param name="sinds">Reads what happened since a version.</param>
    internal static async Task<JsonAntwoord> MetTussentijds(
        long? gezien,
        Func<long?, Task<JsonAntwoord>> vraag,
        Func<Task<long?>> versie,
        Func<long, Task<IReadOnlyList<Verloopstap>>> sinds
    )
    {
        var antwoord = await vraag(gezien);
        if (antwoord.Status != StatusCodes.Status412PreconditionFailed || gezien is not { } was)
        {
            return antwoord;
        }
        // The version first: who does something after it is seen in what happened, or makes the version too old again.
        var nu = await versie();
        return nu is not null && (await sinds(was)).All(s => s.StaatNietInDeWeg) ? await vraag(nu) : antwoord;
    }

    /// <summary>What happened since this version was seen, of that by which the steps of the page go.</summary>
    private protected virtual async Task<IReadOnlyList<Verloopstap>> Sinds(string zaaknummer, long gezien, CancellationToken ct)
    {
        var verloop = await Klant.Lees<IReadOnlyList<Verloopstap>>(Pad(zaaknummer, "/verloop"), ct);
        return [.. verloop.Inhoud.Where(s => s.Versie > gezien)];
    }

    /// <summary>Keeps what was typed in a form that was refused, and looks who was first when that is why.</summary>
    private protected async Task Onthoud(string zaaknummer, string vorm, JsonObject verzoek, JsonAntwoord antwoord, CancellationToken ct)
    {
        ModelState.Clear();
        await collegas.Lees(ct);
        var velden = verzoek.ToDictionary(v => v.Key, v => v.Value?.ToString() ?? "");
        Vorm = new(vorm, velden, collegas.MetNamen(antwoord));
        if (antwoord.Status == StatusCodes.Status412PreconditionFailed)
        {
            await Zie(zaaknummer, ct);
        }
    }

    /// <summary>Looks what happened since the case was seen.</summary>
    private protected async Task Zie(string zaaknummer, CancellationToken ct) =>
        Tussentijds = Gezien is { } gezien ? await Sinds(zaaknummer, gezien, ct) : [];
}
