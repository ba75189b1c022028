using System.Text.Json;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>
/// The form of a completion: the parts that belong to what is asked. What each party of a partnership declares is asked of those that did not
/// declare it, as a group of its own that is known by the KVK number; of all of them when nobody forgot it.
/// </summary>
public sealed class Aanvulformulier
{
    private const string Rij = "partijen[].";
    private const string Groep = "partij-";
    private const string Verklaard = "verklaringen";

    // What only an mkb-onderneming tells.
    private static readonly string[] VanMkb = ["werkzamePersonen", "jaaromzet", "balanstotaal", "verklaringen.mkb"];

    private readonly JsonObject _ingediend;

    /// <param name="geheel">The form of the window.</param>
    /// <param name="ingediend">As it was sent before.</param>
    public Aanvulformulier(Veld geheel, JsonObject ingediend, IReadOnlyList<Gevraagdstuk> gevraagd)
    {
        _ingediend = ingediend;
        var delen = gevraagd.SelectMany(s => s.Velden).ToHashSet();
        Formulier = geheel with
        {
            Velden =
            [
                .. geheel
                    .Velden.Where(v => delen.Contains(v.Naam))
                    .Select(v =>
                        v.Soort == Veldsoort.Groep ? v with { Velden = [.. v.Velden.Where(d => d.Sectie != Taken.Ondertekening)] } : v
                    ),
                .. delen.Contains(Taken.Partijen) ? [] : Partijgroepen(geheel, gevraagd),
            ],
        };
    }

    /// <summary>Only what may change.</summary>
    public Veld Formulier { get; }

    private IEnumerable<JsonObject> Partijen => (_ingediend[Taken.Partijen] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>What stands in it now.</summary>
    public Invulling Ingevuld()
    {
        var nu = _ingediend.DeepClone().AsObject();
        foreach (var partij in Partijen)
        {
            var deel = partij.DeepClone().AsObject();
            deel[Verklaard] = Verklaringen(partij).DeepClone();
            nu[Groep + Kvk(partij)] = deel;
        }
        return Invulling.Van(Formulier, nu);
    }

    /// <summary>The whole form as it was sent, with what was filled in here in its place.</summary>
    public JsonObject Geheel(JsonObject json)
    {
        var geheel = _ingediend.DeepClone().AsObject();
        foreach (var deel in Formulier.Velden)
        {
            if (deel.Naam.StartsWith(Groep, StringComparison.Ordinal))
            {
                var partij = geheel[Taken.Partijen]!.AsArray().OfType<JsonObject>().First(p => Groep + Kvk(p) == deel.Naam);
                partij[Verklaard] = Verklaringen(partij).DeepClone();
                Leg(deel, partij, json[deel.Naam] as JsonObject);
            }
            else if (deel.Soort == Veldsoort.Groep)
            {
                geheel[deel.Naam] ??= new JsonObject();
                Leg(deel, geheel[deel.Naam]!.AsObject(), json[deel.Naam] as JsonObject);
                Snoei(geheel, deel.Naam);
            }
            else
            {
                geheel.Remove(deel.Naam);
                if (json[deel.Naam] is { } lijst)
                {
                    geheel[deel.Naam] = lijst.DeepClone();
                }
            }
        }
        return geheel;
    }

    /// <summary>Where a place of the whole form is asked here; the same place when it is not.</summary>
    public string Hier(string pad)
    {
        var rij = Pad.Rijen(pad).FirstOrDefault();
        return
            rij is not null
            && Pad.Rijnummer(rij[Taken.Partijen.Length..]) is { } nummer
            && Partijen.ElementAtOrDefault(nummer) is { } partij
            && $"{Groep}{Kvk(partij)}{pad[rij.Length..]}" is var hier
            && Formulier.Zoek(hier) is not null
            ? hier
            : pad;
    }

    private IEnumerable<Veld> Partijgroepen(Veld geheel, IReadOnlyList<Gevraagdstuk> gevraagd)
    {
        if (geheel.Velden.FirstOrDefault(v => v.Naam == Taken.Partijen)?.Element is not { } rij)
        {
            yield break;
        }
        var paden = gevraagd
            .Select(stuk => stuk.Velden.Where(v => v.StartsWith(Rij, StringComparison.Ordinal)).Select(v => v[Rij.Length..]).ToList())
            .Where(p => p.Count > 0)
            .ToList();
        foreach (var partij in Partijen)
        {
            var hare = paden.Where(p => Hoort(p, partij)).SelectMany(p => p).Where(p => MagBij(p, partij)).ToList();
            if (hare.Count > 0)
            {
                yield return Alleen(rij, hare) with
                {
                    Naam = Groep + Kvk(partij),
                    Titel = (string?)partij["naam"] is { Length: > 0 } naam ? naam : $"KVK {Kvk(partij)}",
                    Uitleg = null,
                };
            }
        }
    }

    /// <summary>Whether a document is asked of a party: when it did not make the declaration, or when all of them did.</summary>
    private bool Hoort(List<string> paden, JsonObject partij)
    {
        var verklaring = paden.FirstOrDefault(p => p.StartsWith($"{Verklaard}.", StringComparison.Ordinal));
        return verklaring is null || Mist(verklaring, partij) || !Partijen.Any(p => Mist(verklaring, p));
    }

    private bool Mist(string verklaring, JsonObject partij) =>
        MagBij(verklaring, partij)
        && Verklaringen(partij)[verklaring[(Verklaard.Length + 1)..]] switch
        {
            null => true,
            JsonValue waarde => waarde.GetValueKind() == JsonValueKind.False,
            _ => false,
        };

    private static bool MagBij(string pad, JsonObject partij) => !VanMkb.Contains(pad) || (string?)partij["type"] == "mkb-onderneming";

    /// <summary>Its own; of the hoofdaanvrager those of the form when it made none as a party.</summary>
    private JsonObject Verklaringen(JsonObject partij) =>
        partij[Verklaard] as JsonObject
        ?? (
            (string?)partij["rol"] == "hoofdaanvrager" && _ingediend[Verklaard] is JsonObject eigen
                ? new JsonObject(
                    eigen
                        .Where(v => v.Key is "mkb" or "deMinimis" && v.Value is not null)
                        .Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone()))
                )
                : []
        );

    /// <summary>A group with only the fields at these places below it.</summary>
    private static Veld Alleen(Veld veld, List<string> paden) =>
        veld with
        {
            Velden =
            [
                .. from deel in veld.Velden
                let onder = paden
                    .Where(p => p.StartsWith($"{deel.Naam}.", StringComparison.Ordinal))
                    .Select(p => p[(deel.Naam.Length + 1)..])
                    .ToList()
                where onder.Count > 0 || paden.Contains(deel.Naam)
                select paden.Contains(deel.Naam) ? deel : Alleen(deel, onder) with { Uitleg = null },
            ],
        };

    /// <summary>Puts what was filled in a group over what stood there; what the group does not ask stays.</summary>
    private static void Leg(Veld groep, JsonObject doel, JsonObject? ingevuld)
    {
        foreach (var deel in groep.Velden)
        {
            if (deel.Soort == Veldsoort.Groep)
            {
                if (doel[deel.Naam] is not JsonObject)
                {
                    doel[deel.Naam] = new JsonObject();
                }
                Leg(deel, doel[deel.Naam]!.AsObject(), ingevuld?[deel.Naam] as JsonObject);
                Snoei(doel, deel.Naam);
                continue;
            }
            doel.Remove(deel.Naam);
            if (ingevuld?[deel.Naam] is { } waarde)
            {
                doel[deel.Naam] = waarde.DeepClone();
            }
        }
    }

    /// <summary>A part in which nothing stands is no part.</summary>
    private static void Snoei(JsonObject doel, string naam)
    {
        if (doel[naam] is JsonObject deel && deel.All(d => d.Value is null))
        {
            doel.Remove(naam);
        }
    }

    private static string Kvk(JsonObject partij) => (string)partij["kvkNummer"]!;
}
