using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>A task on a page: what its fields held when the page was made, at which version, and what was typed since.</summary>
/// <param name="Begin">Texts by path, as <see cref="Samenvoeging.Schrijf"/> writes them.</param>
public sealed record Taakwerk(Conceptbeeld Concept, Taak Taak, Veld Formulier, Invulling Invulling, string Begin, long Versie);

/// <param name="Gelukt">What can be read is saved.</param>
/// <param name="Verschillen">What another wrote meanwhile too: the person chooses, and nothing was saved.</param>
/// <param name="Overgenomen">What only another changed, and was taken; it stands here when nothing was saved too.</param>
/// <param name="Bericht">Why it could not be saved, when that is no field.</param>
public sealed record Opslag(
    Taakwerk Werk,
    bool Gelukt,
    IReadOnlyList<Verschil> Verschillen,
    IReadOnlyList<Verschil> Overgenomen,
    string? Bericht
);

/// <summary>Saves a task, beside whoever else writes in the same draft.</summary>
public sealed class Taakopslag(Concepten concepten, Teksten t)
{
    private const int Pogingen = 3;

    // How often something more is left out before none of it is saved.
    private const int MeesteWeg = 12;

    public async Task<Opslag> Bewaar(Taakwerk werk, CancellationToken ct)
    {
        var overgenomen = new List<Verschil>();
        for (var poging = 0; poging < Pogingen; poging++)
        {
            if (werk.Versie != werk.Concept.Versie)
            {
                var hun = Invulling.Van(werk.Formulier, werk.Concept.Inhoud);
                var formulier = werk.Formulier;
                string Eender(string pad, string tekst) => formulier.Zoek(pad) is { } veld ? Schrijfwijze.Eender(veld, tekst) : tekst;
                var naast = new Rijvergelijking(formulier, Samenvoeging.Lees(werk.Begin), werk.Invulling.Waarden, hun.Waarden, Eender);
                var samen = Samenvoeging.Van(naast.Begin, werk.Invulling.Waarden, naast.Hun, Eender);
                var samengevoegd = Invulling.Van(werk.Formulier, samen.Waarden);
                samengevoegd.Houd(werk.Invulling);
                werk = werk with { Invulling = samengevoegd };
                overgenomen.AddRange(samen.Overgenomen.Select(o => o with { Pad = naast.Opgeslagen(o.Pad, samen.Waarden) }));
                if (samen.Verschillen.Count > 0)
                {
                    // What is shown to choose from is seen then: only what is newer asks again.
                    var gezien = werk with
                    {
                        Begin = Samenvoeging.Schrijf(hun.Waarden),
                        Versie = werk.Concept.Versie,
                    };
                    return new(gezien, false, samen.Verschillen, overgenomen, null);
                }
            }
            // Notes what cannot be read.
            werk.Invulling.Json(werk.Formulier);
            var (antwoord, json) = await Stuur(werk, ct);
            if (antwoord.Gelukt)
            {
                var versie = antwoord.Versie ?? werk.Concept.Versie + 1;
                var concept = werk.Concept with { Versie = versie, Inhoud = Met(werk, json) };
                werk = werk with
                {
                    Versie = versie,
                    Begin = Samenvoeging.Schrijf(Invulling.Van(werk.Formulier, concept.Inhoud).Waarden),
                    Concept = concept,
                };
                return new(werk, true, [], overgenomen, null);
            }
            if (antwoord.Status != 412)
            {
                return new(werk, false, [], overgenomen, antwoord.Fouten.Count == 0 ? antwoord.Uitleg : null);
            }
            if (await concepten.Opnieuw(werk.Concept, ct) is not { } nieuw)
            {
                return new(werk, false, [], overgenomen, t["Deze aanvraag is intussen ingediend. Wijzigen kan niet meer."]);
            }
            werk = werk with { Concept = nieuw };
        }
        return new(werk, false, [], overgenomen, t["Iemand anders schrijft tegelijk in dit formulier. Sla het nog eens op."]);
    }

    /// <summary>What is refused at its place is noted and left out, then with the row or group to which it belongs: the rest is saved.</summary>
    private async Task<(JsonAntwoord Antwoord, JsonNode? Json)> Stuur(Taakwerk werk, CancellationToken ct)
    {
        // Rows in which nothing stands are not sent.
        var rest = werk.Invulling.Opgeruimd();
        var gewist = new HashSet<string>();
        for (var keer = 0; ; keer++)
        {
            var json = rest.Json(werk.Formulier)[werk.Taak.Code];
            Behoud(werk, json);
            var antwoord = await concepten.Bewaar(werk.Concept, werk.Taak.Code, json, ct);
            if (antwoord.Status is not (400 or 422) || antwoord.Fouten.Count == 0 || keer == MeesteWeg)
            {
                return (antwoord, json);
            }
            var fouten = antwoord.Fouten.Select(f => (f.Veld, Hier: werk.Invulling.Hier(f.Veld), Fout: f)).ToList();
            var weg = false;
            foreach (var (veld, hier, fout) in fouten)
            {
                werk.Invulling.Meld(hier, fout.Uitleg, fout.Artikel);
                if (gewist.Add(veld))
                {
                    rest.Wis(veld);
                    continue;
                }
                rest.Wis(Pad.Boven(veld));
                werk.Invulling.LaatWeg(Pad.Boven(hier), hier);
                weg = true;
            }
            if (weg)
            {
                // The rows behind it move up.
                rest = rest.Opgeruimd();
                gewist.Clear();
            }
        }
    }

    /// <summary>What this task does not ask stays, such as the signature.</summary>
    private static void Behoud(Taakwerk werk, JsonNode? json)
    {
        if (json is not JsonObject deel || werk.Concept.Inhoud[werk.Taak.Code] is not JsonObject was)
        {
            return;
        }
        foreach (var (naam, waarde) in was)
        {
            if (waarde is not null && werk.Formulier.Velden[0].Velden.All(v => v.Naam != naam))
            {
                deel[naam] = waarde.DeepClone();
            }
        }
    }

    private static JsonObject Met(Taakwerk werk, JsonNode? json)
    {
        var geheel = werk.Concept.Inhoud.DeepClone().AsObject();
        geheel[werk.Taak.Code] = json?.DeepClone();
        return geheel;
    }
}
