using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>What asks for something now, or what can be done.</summary>
/// <param name="Tekst">In the language of the page.</param>
/// <param name="Knop">What one reads on the way to it, in that language.</param>
public sealed record Projecttaak(string Tekst, string Knop, string Adres);

/// <summary>A case in its project: what is awarded, until when, what to do now, and what the award was before.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Projectlezer lezer, Persoonlezer persoonlezer, Moment klok, Teksten t) : PageModel
{
    public string Zaaknummer { get; private set; } = "";

    public Projectstand Stand { get; private set; } = null!;

    public Projectbeeld Project => Stand.Project;

    /// <summary>Who acts by a machtiging that is not for this reads, and does nothing here.</summary>
    public bool MagVerantwoorden => persoonlezer.Lees(HttpContext)?.Mag(Machtigingsomvang.Verantwoorden) == true;

    public bool IsVastgesteld => Project.Besluit is not null;

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>What we wait for.</summary>
    public IEnumerable<Projecttaak> Nu
    {
        get
        {
            if (Stand.Voornemen is { } voornemen)
            {
                yield return new(
                    voornemen.ReagerenTotEnMet is { } tot
                        ? t["Wij willen uw subsidie intrekken of verlagen. U kunt reageren tot en met {0}.", t.Dag(tot)]
                        : t["Wij willen uw subsidie intrekken of verlagen."],
                    t["Lees waarom en geef uw reactie"],
                    Pad("zienswijze")
                );
            }
            if (Project.KanBewijzen && Project.BewijsUiterlijk is { } bewijs)
            {
                yield return new(
                    t["Uw zaak zit in de steekproef. Stuur bewijs tot en met {0}.", t.Dag(bewijs)],
                    t["Stuur uw bewijs"],
                    Pad("bewijs")
                );
            }
            if (Stand.Voortgang is { Van: { } van, Uiterlijk: { } uiterlijk, Verslag: null } && !IsVastgesteld)
            {
                yield return Vandaag < van
                    ? new(
                        t["Stuur een voortgangsverslag tussen {0} en {1}.", t.Dag(van), t.Dag(uiterlijk)],
                        t["Wat is een voortgangsverslag?"],
                        Pad("voortgang")
                    )
                    : new(
                        t["Stuur uw voortgangsverslag uiterlijk op {0}. Daarna kan het tweede voorschot komen.", t.Dag(uiterlijk)],
                        t["Stuur uw voortgangsverslag"],
                        Pad("voortgang")
                    );
            }
            if (Stand.Declaratie is { VraagtAanvulling: true, Aanvulling: { } vraag })
            {
                yield return new(
                    t["Wij vragen u om uw declaratie aan te vullen. Dat kan tot en met {0}.", t.Dag(vraag.Uiterlijk)],
                    t["Vul uw declaratie aan"],
                    Pad("declaratie")
                );
            }
            else if (Stand.Declaratie is { IngediendOp: null } && !IsVastgesteld && Project.LaatsteTermijn is { Uiterlijk: var laatste })
            {
                yield return new(
                    laatste < Vandaag
                        ? t["De laatste termijn was {0}. Dien uw declaratie nog in voordat wij zonder haar vaststellen.", t.Dag(laatste)]
                        : t["De laatste termijn voor uw declaratie is {0}. Daarna stellen wij zonder haar vast.", t.Dag(laatste)],
                    t["Werk aan uw declaratie"],
                    Pad("declaratie")
                );
            }
            else if (Stand.Declaratie is { IngediendOp: null } && !IsVastgesteld && Project.VerzoekUiterlijk is { } verzoek)
            {
                yield return new(
                    verzoek < Vandaag
                        ? t["U moest uw declaratie uiterlijk op {0} indienen. Doe dat zo snel mogelijk.", t.Dag(verzoek)]
                        : t["Dien na de periode uw declaratie in. Dat kan tot en met {0}. U kunt er nu al aan werken.", t.Dag(verzoek)],
                    t["Werk aan uw declaratie"],
                    Pad("declaratie")
                );
            }
        }
    }

    /// <summary>What one can do of one's own accord.</summary>
    public IEnumerable<Projecttaak> Doen
    {
        get
        {
            if (!IsVastgesteld)
            {
                yield return new(
                    t["Gaat iets niet door, later of anders? U moet ons dat meteen vertellen."],
                    t["Meld wat er anders gaat"],
                    Pad("melden")
                );
                yield return new(
                    t["Wilt u een ander plan, een andere begroting, meer tijd of andere partijen? Vraag het ons eerst."],
                    t["Een wijziging vragen of bekijken"],
                    Pad("wijzigingen")
                );
            }
            if (Stand.Voortgang?.Verslag is not null)
            {
                yield return new(t["U stuurde een voortgangsverslag."], t["Uw voortgangsverslag bekijken"], Pad("voortgang"));
            }
            if (Stand.Declaratie is { IngediendOp: not null, VraagtAanvulling: false })
            {
                yield return new(t["U diende een declaratie in."], t["Uw declaratie bekijken"], Pad("declaratie"));
            }
        }
    }

    private DateOnly Vandaag => klok.Vandaag.ToDateOnly();

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        Stand = await lezer.Lees(zaaknummer, ct);
    }

    private string Pad(string deel) => $"/aanvragen/{Zaaknummer}/{deel}";
}
