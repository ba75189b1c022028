using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>A task in the list, with what there is still to do in it.</summary>
/// <param name="Punten">What is wrong or on which it would be refused, each with the field to which it leads.</param>
/// <param name="Ontbreekt">Titles of fields that must be filled in yet; of a task that was begun.</param>
public sealed record Taakregel(Taak Taak, Taakstand Stand, IReadOnlyList<Foutregel> Punten, IReadOnlyList<string> Ontbreekt)
{
    public int Aantal => Punten.Count + Ontbreekt.Count;

    public static Taakregel Van(Taak taak, Conceptbeeld concept, Controle controle)
    {
        var formulier = concept.Deel(taak) ?? throw new InvalidOperationException($"The application has no task {taak.Code}.");
        var deel = Invulling.Van(formulier, concept.Inhoud);
        // Notes what is missing too.
        var stand = Taken.Stand(taak, formulier, deel, controle);
        if (stand == Taakstand.NietBegonnen)
        {
            return new(taak, stand, [], []);
        }
        var eigen = controle.Fouten.Where(f => Taken.IsVan(f, taak)).ToLookup(f => deel.IsLeeg(formulier.Plaats(f.Pad) ?? f.Pad));
        return new(
            taak,
            stand,
            [.. eigen[false].Concat(controle.Aandacht.Where(f => Taken.IsVan(f, taak))).Select(f => Foutregel.Van(formulier, f))],
            [
                .. deel
                    .Fouten.Concat(eigen[true])
                    .DistinctBy(f => f.Pad)
                    .Select(f => Foutregel.Van(formulier, f).Veld)
                    .Where(v => v.Length > 0),
            ]
        );
    }
}
