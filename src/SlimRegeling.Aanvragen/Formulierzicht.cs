using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>The form of a draft, as it stands, or as it counts once that was submitted.</summary>
internal static class Formulierzicht
{
    /// <summary>Null when it was submitted and its content destroyed.</summary>
    public static async Task<Formulier?> Van(Concept concept, Werkeenheid<AanvragenContext> eenheid, CancellationToken ct) =>
        concept.Ontvangen is null ? concept.Formulier
        : await eenheid.Sessie.LoadAsync<Aanvraag>(concept.Id, ct) is { Ingediend: not null } aanvraag
            ? await eenheid.Lees<Formulier>(aanvraag.Inhoud, ct)
        : null;
}
