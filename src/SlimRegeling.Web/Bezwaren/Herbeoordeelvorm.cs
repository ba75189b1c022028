using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Bezwaren;

/// <summary>The form by which an application is assessed again: each ground anew, and the budget as it was judged for the decision that holds.</summary>
/// <param name="AlsGeheel">The budget was changed as a whole then, so that nothing is known of a line.</param>
public sealed record Herbeoordeelvorm(Beoordeelvelden Velden, bool AlsGeheel)
{
    /// <summary>What the button asks that computes and stores nothing.</summary>
    public const string Bereken = "bereken";

    /// <summary>What it comes to; null while the rules cannot compute it.</summary>
    public Proefbeeld? Proef { get; private init; }

    /// <summary>Whether what stands in the fields was typed.</summary>
    public bool IsGetypt { get; private init; }

    public IReadOnlyList<Foutregel> Fouten => Velden.Formulier.Foutregels(Velden.Invulling);

    public static Herbeoordeelvorm Van(Beoordelingsbeeld beeld)
    {
        var formulier = new Beoordeelformulier(beeld);
        var alsGeheel = beeld.Besloten?["begroting"] is not null;
        var regels = new JsonObject { ["regels"] = beeld.Besloten?["regels"]?.DeepClone() };
        var invulling = alsGeheel ? formulier.Vul(regels, ongenoemd: "") : formulier.Vul(regels);
        return new(new(formulier, invulling, beeld.Artikelen, []), alsGeheel);
    }

    /// <summary>With what was typed in it.</summary>
    public Herbeoordeelvorm Met(IEnumerable<KeyValuePair<string, string>> velden) =>
        this with
        {
            Velden = Velden with { Invulling = Invulling.Van(Velden.Formulier.Formulier, velden) },
            IsGetypt = true,
        };

    public Herbeoordeelvorm Met(Proefbeeld proef) => this with { Proef = proef };

    /// <summary>
    /// What the API says when nothing was judged anew yet: it comes to what the budget of the decision comes to. A refusal when this person cannot assess
    /// again for this, or not yet.
    /// </summary>
    /// <param name="pad">Where the application is assessed again, below <c>/v1</c>.</param>
    /// <param name="waarvoor">The number of the objection, or of what is to be mended.</param>
    public static Task<JsonAntwoord> ZoalsBesloten(AanvragenApi api, string pad, string waarvoor, CancellationToken ct)
    {
        var verzoek = new JsonObject { ["bezwaar"] = waarvoor, ["gronden"] = new JsonArray() };
        return api.Werk(HttpMethod.Post, $"{pad}/proef", verzoek, ct: ct);
    }

    /// <summary>Does what the button asked: it changes the form, computes, or assesses again.</summary>
    /// <param name="pad">Where the application is assessed again, below <c>/v1</c>.</param>
    /// <param name="waarvoor">The number of the objection, or of what is to be mended.</param>
    /// <returns>The form as it stands now; and the answer when it was assessed again, or refused as a whole. What is wrong stands in the form.</returns>
    public async Task<(Herbeoordeelvorm Vorm, JsonAntwoord? Antwoord)> Doe(
        AanvragenApi api,
        string pad,
        string waarvoor,
        string? doe,
        string sleutel,
        CancellationToken ct
    )
    {
        var (formulier, invulling) = (Velden.Formulier, Velden.Invulling);
        if (invulling.Doe(formulier.Formulier, doe) is not null)
        {
            return (this, null);
        }
        var verzoek = Verzoek(waarvoor);
        if (doe != Bereken)
        {
            formulier.MeldOntbrekend(invulling);
        }
        if (invulling.Fouten.Count > 0)
        {
            return (this, null);
        }
        var antwoord =
            doe == Bereken
                ? await api.Werk(HttpMethod.Post, $"{pad}/proef", verzoek, ct: ct)
                : await api.Werk(HttpMethod.Post, pad, verzoek, sleutel, ct: ct);
        if (antwoord.Gelukt)
        {
            return doe == Bereken ? (Met(antwoord.Als<Proefbeeld>()), null) : (this, antwoord);
        }
        if (antwoord.Fouten.Count == 0)
        {
            return (this, antwoord);
        }
        foreach (var fout in antwoord.Fouten)
        {
            invulling.Meld(formulier.Plaats(fout.Veld, verzoek), fout.Uitleg, fout.Artikel);
        }
        return (this, null);
    }

    /// <summary>As the API takes it. A line that is accepted now is named too: it may have been struck before.</summary>
    private JsonObject Verzoek(string waarvoor)
    {
        var verzoek = Velden.Formulier.Verzoek(Velden.Invulling, elkeRegel: true);
        verzoek["bezwaar"] = waarvoor;
        return verzoek;
    }
}

/// <summary>That form on a page.</summary>
/// <param name="Actie">Where it is sent.</param>
/// <param name="Zegel">Of who reads the page.</param>
public sealed record Herbeoordeelblad(Herbeoordeelvorm Vorm, Stapvorm Stap, string Actie, string Zegel, string Sleutel);
